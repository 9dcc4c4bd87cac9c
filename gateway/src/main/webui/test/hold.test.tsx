import { cleanup, screen, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { Link } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { confirmAddress } from '../src/app/addresses';
import ConfirmPage from '../src/booking/ConfirmPage';
import { showAt, signInAs, VISIT } from './people';
import { http, HttpResponse, problem, server } from './server';

const slot = { doctorId: 'd1', doctorName: 'Dr. Anna Becker', locationId: 'l1', timeZone: 'Europe/Berlin', start: VISIT.start, end: VISIT.end, visitType: 'consultation' };
const ADDRESS = confirmAddress(slot, 'cardiology');
const HOLDS = '/api/appointments/holds';

let placed: string[];
let given: string[];

beforeEach(() => {
    placed = [];
    given = [];
    server.use(
        http.get('/api/locations', () => HttpResponse.json({ items: [] })),
        http.get('/api/doctors/d1', () => HttpResponse.json({ id: 'd1', fullName: 'Dr. Anna Becker', specialty: 'cardiology', languages: [], bio: null })),
        http.post(HOLDS, () => {
            placed.push(crypto.randomUUID());
            return HttpResponse.json({ holdId: placed.at(-1), expiresAt: new Date(Date.now() + 300_000).toISOString() }, { status: 201 });
        }),
        http.delete(`${HOLDS}/:id`, ({ params }) => {
            given.push(String(params['id']));
            return new HttpResponse(null, { status: 204 });
        }),
    );
});

function show(page = <ConfirmPage />) {
    return showAt(ADDRESS, {
        '/book/confirm': page,
        '/book/:specialty': <Link to={ADDRESS}>The same time</Link>,
        '/visits/:id': <h1>Booked</h1>,
    });
}

/** Longer than leaving takes to be noticed. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 50));

// A test's page gives its hold back when it is taken down: not in the midst of the next test.
afterEach(async () => {
    cleanup();
    await aWhile();
});

describe('a time that is kept', () => {
    it('is never said to be kept longer than it is, however slow the answer', async () => {
        await signInAs('patient');
        server.use(
            http.post(HOLDS, async () => {
                await new Promise((resolve) => setTimeout(resolve, 1_200));
                return HttpResponse.json({ holdId: 'h', expiresAt: new Date(Date.now() + 300_900).toISOString() }, { status: 201 });
            }),
        );
        show();
        expect((await screen.findByRole('timer', {}, { timeout: 3_000 })).textContent).toBe('Kept for you for 5:00');
    });

    it('is given back by who chooses another', async () => {
        await signInAs('patient');
        const user = show();
        await screen.findByRole('timer');
        await user.click(screen.getByRole('link', { name: 'Choose another time' }));
        await waitFor(() => expect(given).toEqual(placed));
        expect(given).toHaveLength(1);
    });

    it('is held anew by who comes back to it', async () => {
        await signInAs('patient');
        const user = show();
        await screen.findByRole('timer');
        await user.click(screen.getByRole('link', { name: 'Choose another time' }));
        await waitFor(() => expect(given).toHaveLength(1));
        await user.click(screen.getByRole('link', { name: 'The same time' }));
        await screen.findByRole('timer');
        expect(placed).toHaveLength(2);
        expect(given).toEqual(placed.slice(0, 1));
    });

    it('is given back also where its answer came after the person had left', async () => {
        await signInAs('patient');
        let answer: () => void = () => undefined;
        server.use(
            http.post(HOLDS, async () => {
                await new Promise<void>((resolve) => (answer = resolve));
                return HttpResponse.json({ holdId: 'late', expiresAt: new Date(Date.now() + 300_000).toISOString() }, { status: 201 });
            }),
        );
        const user = show();
        await user.click(screen.getByRole('link', { name: 'Choose another time' }));
        await screen.findByRole('link', { name: 'The same time' });
        await aWhile();
        answer();
        await waitFor(() => expect(given).toEqual(['late']));
    });

    it('leaves the person in peace where it cannot be given back', async () => {
        await signInAs('patient');
        let asked = 0;
        server.use(
            http.delete(`${HOLDS}/:id`, () => {
                asked++;
                return problem(404, 'NOT_FOUND');
            }),
        );
        const user = show();
        await screen.findByRole('timer');
        await user.click(screen.getByRole('link', { name: 'Choose another time' }));
        await waitFor(() => expect(asked).toBe(1));
        expect(screen.queryByRole('alert')).toBeNull();
    });

    it('is not given back once it is booked', async () => {
        await signInAs('patient');
        server.use(http.post('/api/appointments', () => HttpResponse.json(VISIT, { status: 201 })));
        const user = show();
        await user.click(await screen.findByRole('button', { name: 'Book this visit' }));
        await screen.findByRole('heading', { name: 'Booked' });
        await aWhile();
        expect(given).toEqual([]);
    });

    it('stays kept while React’s strict mode leaves and comes back', async () => {
        await signInAs('patient');
        show(
            <StrictMode>
                <ConfirmPage />
            </StrictMode>,
        );
        await screen.findByRole('timer');
        await aWhile();
        expect([placed.length, given.length]).toEqual([1, 0]);
    });
});

it.each(['receptionist', 'doctor', 'admin'])('%s is told that booking for oneself is for patients, and nothing is held', async (role) => {
    await signInAs(role);
    show();
    expect(await screen.findByText(/needs a patient’s account/)).toBeTruthy();
    await aWhile();
    expect(placed).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Book this visit' })).toBeNull();
});
