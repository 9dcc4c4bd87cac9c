import { screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { boardActions } from '../src/staff/dayBoard';
import VisitPage from '../src/visits/VisitPage';
import { showAt, signInAs, VISIT } from './people';
import { http, HttpResponse, problem, server } from './server';

describe('checking in', () => {
    const visit = { ...VISIT, start: '2026-11-24T18:30:00-05:00', timeZone: 'America/New_York', allowedActions: ['check-in', 'no-show', 'cancel'] };
    const at = (now: string) => boardActions(visit, new Date(now));

    it('is offered on the day of the visit, by the location’s calendar', () => {
        // Already the 25th in Berlin and by UTC.
        expect(at('2026-11-25T04:59:00Z')).toEqual(['check-in', 'no-show']);
        expect(at('2026-11-24T05:00:00Z')).toEqual(['check-in', 'no-show']);
    });

    it('is not offered on any other day, whatever the service allows', () => {
        expect(at('2026-11-24T04:59:00Z')).toEqual(['no-show']);
        expect(at('2026-11-25T05:00:00Z')).toEqual(['no-show']);
        expect(at('2026-11-03T20:00:00Z')).toEqual(['no-show']);
    });

    it('is not offered where the service does not allow it', () => {
        expect(boardActions({ ...visit, allowedActions: ['complete'] }, new Date(visit.start))).toEqual(['complete']);
    });
});

describe('cancelling', () => {
    beforeAll(() => {
        // jsdom has no modal dialogs.
        HTMLDialogElement.prototype.showModal = function () {
            this.open = true;
        };
        HTMLDialogElement.prototype.close = function () {
            this.open = false;
        };
    });

    async function open(status: 'booked' | 'checked_in') {
        const bodies: unknown[] = [];
        server.use(
            http.get('/api/appointments/v1', () => HttpResponse.json({ ...VISIT, status })),
            http.post('/api/appointments/v1/cancel', async ({ request }) => {
                const body = (await request.json()) as { reason?: string };
                bodies.push(body);
                return body.reason === undefined
                    ? problem(422, 'VALIDATION_ERROR', { errors: [{ field: 'reason', code: 'REQUIRED', message: 'x' }] })
                    : HttpResponse.json({ ...VISIT, status: 'cancelled', allowedActions: [] });
            }),
        );
        await signInAs('receptionist');
        const user = showAt('/visits/v1', { '/visits/:id': <VisitPage /> });
        await user.click(await screen.findByRole('button', { name: 'Cancel the visit' }));
        return { user, bodies };
    }

    it('says at the field that staff must give a reason, and goes on with one', async () => {
        const { user, bodies } = await open('booked');
        await user.click(screen.getByRole('button', { name: 'Yes, cancel it' }));
        expect(await screen.findByText('Please fill this in.')).toBeTruthy();
        const field = screen.getByLabelText('Why?');
        expect(field.getAttribute('aria-invalid')).toBe('true');
        expect(document.activeElement).toBe(field);
        expect(screen.queryByRole('alert')).toBeNull();
        await user.type(field, 'The doctor is ill');
        await user.click(screen.getByRole('button', { name: 'Yes, cancel it' }));
        expect(await screen.findByRole('heading', { name: 'The visit is cancelled' })).toBeTruthy();
        expect(bodies).toEqual([{}, { reason: 'The doctor is ill' }]);
    });

    it('is offered for a visit that is checked in, where the service allows it', async () => {
        await open('checked_in');
        expect(screen.getByRole('dialog', { name: 'Cancel this visit?' })).toBeTruthy();
    });
});
