import { BroadcastChannel as Channel } from 'node:worker_threads';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { preferences } from '../src/app/preferences';
import { purgeOnChangeOfPerson, queries } from '../src/app/queries';
import { Session, session } from '../src/session/session';
import { keepComplaint, keptComplaint } from '../src/triage/complaint';
import { http, HttpResponse, problem, server, signedIn, USER } from './server';

async function signIn(expiresIn = 300): Promise<void> {
    server.use(http.post('/api/auth/login', () => signedIn('secret-token', expiresIn)));
    await session.signIn(USER.email, 'a long enough password');
}

describe('restoring', () => {
    it('asks nothing of the server where nobody ever signed in', async () => {
        const fresh = new Session();
        await fresh.restore();
        expect(fresh.state()).toEqual({ phase: 'anonymous' });
    });

    it('takes up the session that the cookie carries', async () => {
        preferences.rememberSignIn(true);
        server.use(http.post('/api/auth/refresh', () => signedIn('restored')));
        const fresh = new Session();
        await fresh.restore();
        expect(fresh.user()).toEqual(USER);
        expect(await fresh.bearer()).toBe('restored');
    });

    it('forgets a session that is over', async () => {
        preferences.rememberSignIn(true);
        server.use(http.post('/api/auth/refresh', () => problem(401, 'UNAUTHENTICATED')));
        const fresh = new Session();
        await fresh.restore();
        expect(fresh.state()).toEqual({ phase: 'anonymous', reason: 'expired' });
        expect(preferences.signedInBefore()).toBe(false);
    });
});

describe('storage', () => {
    it('never holds the token or anything of the person', async () => {
        await signIn();
        const stored = JSON.stringify([Object.entries(window.localStorage), Object.entries(window.sessionStorage)]) + document.cookie;
        expect(stored).not.toContain('secret-token');
        expect(stored).not.toContain(USER.email);
        expect(stored).not.toContain(USER.id);
    });
});

describe('signing out', () => {
    it('tells the server which session ends and drops all answers', async () => {
        const stop = purgeOnChangeOfPerson();
        await signIn();
        queries.setQueryData(['visits', 'upcoming'], [{ reason: 'private' }]);
        keepComplaint('private');
        const headers = vi.fn();
        server.use(
            http.post('/api/auth/logout', ({ request }) => {
                headers(request.headers.get('Authorization'), request.headers.get('X-Requested-With'));
                return new HttpResponse(null, { status: 204 });
            }),
        );
        await session.signOut();
        stop();
        expect(headers).toHaveBeenCalledWith('Bearer secret-token', 'smart-doctor');
        expect(queries.getQueryCache().getAll()).toEqual([]);
        expect(keptComplaint()).toBe('');
        expect(await session.bearer()).toBeUndefined();
    });

    it('forgets the person even where the server cannot be told, and says so', async () => {
        await signIn();
        server.use(http.post('/api/auth/logout', () => problem(503, 'UNAVAILABLE')));
        await expect(session.signOut()).rejects.toMatchObject({ status: 503 });
        expect(session.state()).toEqual({ phase: 'anonymous', reason: 'signedOut' });
    });

    it('is not undone by a refresh that was under way', async () => {
        await signIn();
        let answer: () => void = () => undefined;
        const arrived = new Promise<void>((resolve) => {
            server.use(
                http.post('/api/auth/refresh', async () => {
                    resolve();
                    await new Promise<void>((release) => (answer = release));
                    return signedIn('too late');
                }),
                http.post('/api/auth/logout', () => new HttpResponse(null, { status: 204 })),
            );
        });
        const refreshing = session.refresh();
        await arrived;
        await session.signOut();
        answer();
        expect(await refreshing).toBeUndefined();
        expect(session.user()).toBeUndefined();
    });
});

describe('over all tabs', () => {
    afterEach(() => vi.unstubAllGlobals());

    it('refreshes one after the other, under one lock', async () => {
        let running = 0;
        let most = 0;
        let queue: Promise<unknown> = Promise.resolve();
        const request = vi.fn((_: string, work: () => Promise<unknown>) => (queue = queue.then(work)));
        vi.stubGlobal('navigator', { locks: { request }, languages: ['en'] });
        preferences.rememberSignIn(true);
        server.use(
            http.post('/api/auth/refresh', async () => {
                most = Math.max(most, ++running);
                await new Promise((resolve) => setTimeout(resolve, 10));
                running--;
                return signedIn('token');
            }),
        );
        const tabs = [new Session(), new Session(), new Session()];
        await Promise.all(tabs.map((tab) => tab.restore()));
        expect(request).toHaveBeenCalledTimes(3);
        expect(request.mock.calls[0]?.[0]).toBe('smart-doctor.refresh');
        expect(most).toBe(1);
    });

    it('follows another tab in and out', async () => {
        vi.stubGlobal('BroadcastChannel', Channel);
        server.use(
            http.post('/api/auth/login', () => signedIn('one')),
            http.post('/api/auth/refresh', () => signedIn('two')),
            http.post('/api/auth/logout', () => new HttpResponse(null, { status: 204 })),
        );
        const [here, there] = [new Session(), new Session()];
        await here.signIn(USER.email, 'a long enough password');
        await vi.waitFor(() => expect(there.user()).toEqual(USER));
        await here.signOut();
        await vi.waitFor(() => expect(there.state()).toEqual({ phase: 'anonymous', reason: 'signedOut' }));
        here.close();
        there.close();
    });
});
