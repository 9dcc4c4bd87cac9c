import { screen, waitFor } from '@testing-library/react';
import { useLocation } from 'react-router';
import { beforeEach, expect, it } from 'vitest';
import type { Visit } from '../src/api/contract';
import VisitPage from '../src/visits/VisitPage';
import { showAt, signInAs, VISIT } from './people';
import { http, HttpResponse, server } from './server';

beforeEach(async () => {
    server.use(
        http.get('/api/specialties', () => HttpResponse.json({ items: [], page: 0, pageSize: 100, total: 0 })),
        http.get('/api/visit-types', () => HttpResponse.json({ items: [], page: 0, pageSize: 100, total: 0 })),
    );
    await signInAs('patient');
});

function Address() {
    return <output data-testid="address">{useLocation().search}</output>;
}

async function headingAt(search: string, status: Visit['status']) {
    server.use(http.get('/api/appointments/v1', () => HttpResponse.json({ ...VISIT, status })));
    showAt(`/visits/v1${search}`, {
        '/visits/:id': (
            <>
                <VisitPage />
                <Address />
            </>
        ),
    });
    await screen.findByText('Dr. Anna Becker');
    return screen.getByRole('heading', { level: 1 }).textContent;
}

it.each([
    ['?new=booked', 'booked', 'Your visit is booked'],
    ['?new=booked', 'pending', 'Your visit is booked'],
    ['?new=moved', 'booked', 'Your visit is moved'],
    ['?new=cancelled', 'cancelled', 'Your visit is cancelled'],
] as const)('tells of what has just happened: %s while it is %s', async (search, status, heading) => {
    expect(await headingAt(search, status)).toBe(heading);
    // Told once: whoever comes back to this address finds the visit as it is.
    expect(screen.getByTestId('address').textContent).toBe('');
});

it.each([
    ['?new=booked', 'cancelled'],
    ['?new=moved', 'cancelled'],
    ['?new=cancelled', 'booked'],
    ['?new=booked', 'completed'],
    ['?new=other', 'booked'],
    ['', 'booked'],
] as const)('an address that outlives it tells no news: %s of one that is %s', async (search, status) => {
    expect(await headingAt(search, status)).toBe('Your visit');
    await waitFor(() => expect(screen.queryByText(/We send a confirmation/)).toBeNull());
});
