import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import SettingsPage from '../src/account/SettingsPage';
import { session } from '../src/session/session';
import { showAt, signInAs } from './people';
import { http, HttpResponse, problem, server, USER } from './server';

const HERE = { id: 's1', device: 'Firefox on Linux', place: '198.51.100.0/24', startedAt: '2026-11-20T08:00:00Z', lastUsedAt: '2026-11-24T08:00:00Z', current: true };
const THERE = { ...HERE, id: 's2', device: 'Safari on iPhone', place: '203.0.113.0/24', current: false };

let live: (typeof HERE)[];

beforeEach(async () => {
    live = [HERE, THERE];
    server.use(
        http.get('/api/users/me', () => HttpResponse.json(USER)),
        http.get('/api/auth/sessions', () => HttpResponse.json({ items: live, page: 0, pageSize: 100, total: live.length })),
        http.delete('/api/auth/sessions/:id', ({ params }) => {
            live = live.filter(({ id }) => id !== params['id']);
            return new HttpResponse(null, { status: 204 });
        }),
    );
    await signInAs('patient');
});

const show = () => showAt('/settings', { '/settings': <SettingsPage />, '/sign-in': <h1>Sign in</h1> });

async function lineOf(device: string) {
    const line = (await screen.findByText(device)).closest('li');
    if (line === null) throw new Error(`${device} stands in no list`);
    return within(line);
}

describe('the sessions of the settings', () => {
    it('tell device, place and last use, and which of them is this one', async () => {
        show();
        const here = await lineOf(HERE.device);
        expect(here.getByText(HERE.place)).toBeTruthy();
        expect(here.getByText(/last used .*2026/)).toBeTruthy();
        expect(here.getByText('This device')).toBeTruthy();
        expect((await lineOf(THERE.device)).queryByText('This device')).toBeNull();
    });

    it('end one by one, by the keyboard too, and say so', async () => {
        const user = show();
        (await lineOf(THERE.device)).getByRole('button').focus();
        await user.keyboard('{Enter}');
        expect((await screen.findByRole('status')).textContent).toMatch(/Safari on iPhone.* is signed out/);
        await waitFor(() => expect(live).toEqual([HERE]));
        expect(screen.queryByText(THERE.device)).toBeNull();
        expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Where you are signed in' }));
    });

    it('say why one could not be ended, and keep it', async () => {
        server.use(http.delete('/api/auth/sessions/:id', () => problem(503, 'UNAVAILABLE')));
        const user = show();
        const there = await lineOf(THERE.device);
        await user.click(there.getByRole('button'));
        expect((await there.findByRole('alert')).textContent).toContain('not available just now');
        expect(screen.queryByText(/is signed out/)).toBeNull();
    });

    it('take one that is over already for ended', async () => {
        live = [HERE, THERE];
        server.use(
            http.delete('/api/auth/sessions/:id', () => {
                live = [HERE];
                return problem(404, 'NOT_FOUND');
            }),
        );
        const user = show();
        await user.click((await lineOf(THERE.device)).getByRole('button'));
        expect(await screen.findByText(/is signed out/)).toBeTruthy();
    });

    it('end this one by signing out here', async () => {
        let signedOut = false;
        server.use(
            http.post('/api/auth/logout', () => {
                signedOut = true;
                return new HttpResponse(null, { status: 204 });
            }),
        );
        const user = show();
        await user.click((await lineOf(HERE.device)).getByRole('button'));
        expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy();
        expect([signedOut, session.user()]).toEqual([true, undefined]);
    });
});

it('a current password that is wrong is said at its field, is asked for once, and ends nothing', async () => {
    let asked = 0;
    server.use(
        http.post('/api/auth/password/change', () => {
            asked += 1;
            return problem(401, 'INVALID_CREDENTIALS');
        }),
    );
    const user = show();
    const current = await screen.findByLabelText('Current password');
    await user.type(current, 'not my password');
    await user.type(screen.getByLabelText('New password'), 'a new and long enough one');
    await user.click(screen.getByRole('button', { name: 'Change password' }));
    await waitFor(() => expect(current.getAttribute('aria-invalid')).toBe('true'));
    expect(document.activeElement).toBe(current);
    expect(screen.getByText('This is not right.')).toBeTruthy();
    expect([asked, session.user()?.email]).toEqual([1, USER.email]);
});
