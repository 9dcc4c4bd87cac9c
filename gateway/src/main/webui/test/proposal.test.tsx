import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, it, vi } from 'vitest';
import type { Proposal } from '../src/api/contract';
import { ProposalCard } from '../src/assistant/ProposalCard';
import { VISIT } from './people';
import { http, HttpResponse, server } from './server';

const proposal = {
    id: 'p1',
    kind: 'book',
    summary: 'Dr. Becker, Thu 26 Nov 14:00 (America/New_York)',
    expiresAt: new Date(Date.now() + 600_000).toISOString(),
    start: '2026-11-26T14:00:00-05:00',
    timeZone: 'America/New_York',
};

function show(viewer: string, standing: Partial<Proposal> = {}) {
    const options = Intl.DateTimeFormat().resolvedOptions();
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone: viewer });
    render(
        <QueryClientProvider client={new QueryClient()}>
            <MemoryRouter>
                <ProposalCard proposal={{ ...proposal, ...standing }} />
            </MemoryRouter>
        </QueryClientProvider>,
    );
}

it('a proposal shows the clinic’s time with its zone, and the viewer’s beside it', () => {
    show('Europe/Berlin');
    expect(screen.getByText(/26 November 2026|November 26, 2026/).getAttribute('datetime')).toBe(proposal.start);
    expect(screen.getByText('Eastern Standard Time')).toBeTruthy();
    expect(screen.getByText(/(20:00|8:00\sPM) your time/)).toBeTruthy();
});

it('a proposal shows one time where both clocks are the same', () => {
    show('America/Toronto');
    expect(screen.getByText('Eastern Standard Time')).toBeTruthy();
    expect(screen.queryByText(/your time/)).toBeNull();
});

it('an offer that was confirmed or declined before is not offered again', () => {
    show('Europe/Berlin', { status: 'confirmed', appointmentId: 'v1' });
    expect(screen.getByRole('link').getAttribute('href')).toBe('/visits/v1');
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    show('Europe/Berlin', { status: 'declined' });
    expect(screen.queryByRole('button')).toBeNull();
    cleanup();
    show('Europe/Berlin', { status: 'open' });
    expect(screen.getAllByRole('button')).toHaveLength(2);
});

it.each([
    ['confirm', 0, () => HttpResponse.json(VISIT)],
    ['decline', 1, () => new HttpResponse(null, { status: 204 })],
] as const)('the focus stays at the card when the button to %s it has gone', async (action, button, answer) => {
    server.use(http.post(`/api/assistant/proposals/p1/${action}`, answer));
    show('Europe/Berlin');
    const user = userEvent.setup();
    screen.getAllByRole('button')[button]?.focus();
    await user.keyboard('{Enter}');
    await vi.waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Please confirm' }));
});
