import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call } from '../src/api/http';
import { Problem } from '../src/api/problem';
import { session } from '../src/session/session';
import { http, HttpResponse, problem, server, signedIn, USER } from './server';

const OTHER = { ...USER, id: '22222222-2222-4222-8222-222222222222' };

async function signIn(token = 'first', expiresIn = 300): Promise<void> {
    server.use(http.post('/api/auth/login', () => signedIn(token, expiresIn)));
    await session.signIn('maria@example.org', 'a long enough password');
}

describe('a call with a token', () => {
    it('refreshes once after a 401 and repeats with the new token', async () => {
        await signIn();
        const tokens: (string | null)[] = [];
        let refreshes = 0;
        server.use(
            http.get('/api/appointments', ({ request }) => {
                tokens.push(request.headers.get('Authorization'));
                return tokens.length === 1 ? problem(401, 'UNAUTHENTICATED') : HttpResponse.json({ items: [] });
            }),
            http.post('/api/auth/refresh', ({ request }) => {
                refreshes++;
                expect(request.headers.get('X-Requested-With')).toBe('smart-doctor');
                return signedIn('second');
            }),
        );
        await call('/api/appointments');
        expect(tokens).toEqual(['Bearer first', 'Bearer second']);
        expect(refreshes).toBe(1);
    });

    it('does not refresh a second time when the new token is refused too', async () => {
        await signIn();
        let refreshes = 0;
        server.use(
            http.get('/api/appointments', () => problem(401, 'UNAUTHENTICATED')),
            http.post('/api/auth/refresh', () => {
                refreshes++;
                return signedIn('second');
            }),
        );
        await expect(call('/api/appointments')).rejects.toMatchObject({ status: 401 });
        expect(refreshes).toBe(1);
    });

    it('does not try what the person entered a second time', async () => {
        await signIn();
        let tries = 0;
        server.use(
            http.post('/api/auth/password/change', () => {
                tries++;
                return problem(401, 'INVALID_CREDENTIALS');
            }),
            http.post('/api/auth/refresh', () => signedIn('second')),
        );
        await expect(call('/api/auth/password/change', { method: 'POST', body: {} })).rejects.toMatchObject({ code: 'INVALID_CREDENTIALS' });
        expect(tries).toBe(1);
    });

    it('refreshes once for many calls refused at the same time', async () => {
        await signIn();
        let refreshes = 0;
        server.use(
            http.get('/api/notifications', ({ request }) =>
                request.headers.get('Authorization') === 'Bearer first' ? problem(401, 'UNAUTHENTICATED') : HttpResponse.json({ items: [] }),
            ),
            http.post('/api/auth/refresh', () => {
                refreshes++;
                return signedIn('second');
            }),
        );
        await Promise.all(Array.from({ length: 20 }, () => call('/api/notifications')));
        expect(refreshes).toBe(1);
    });

    it('renews a token that is about to end before it is used', async () => {
        await signIn('short', 5);
        const tokens: (string | null)[] = [];
        server.use(
            http.post('/api/auth/refresh', () => signedIn('second')),
            http.post('/api/appointments/1/cancel', ({ request }) => {
                tokens.push(request.headers.get('Authorization'));
                return HttpResponse.json({});
            }),
        );
        await call('/api/appointments/1/cancel', { method: 'POST', body: {} });
        expect(tokens).toEqual(['Bearer second']);
    });

    it('ends the session when the refresh is refused', async () => {
        await signIn();
        server.use(
            http.get('/api/appointments', () => problem(401, 'UNAUTHENTICATED')),
            http.post('/api/auth/refresh', () => problem(401, 'UNAUTHENTICATED')),
        );
        await expect(call('/api/appointments')).rejects.toBeInstanceOf(Problem);
        expect(session.state()).toEqual({ phase: 'anonymous', reason: 'expired' });
    });

    it('never repeats a call in the name of another person', async () => {
        await signIn();
        let calls = 0;
        server.use(
            http.post('/api/appointments/1/cancel', () => {
                calls++;
                return problem(401, 'UNAUTHENTICATED');
            }),
            http.post('/api/auth/refresh', () => signedIn('second', 300, OTHER)),
        );
        await expect(call('/api/appointments/1/cancel', { method: 'POST', body: {} })).rejects.toMatchObject({ status: 401 });
        expect(calls).toBe(1);
    });

    it('keeps the session when the refresh could not be answered', async () => {
        await signIn();
        server.use(
            http.get('/api/appointments', () => problem(401, 'UNAUTHENTICATED')),
            http.post('/api/auth/refresh', () => problem(503, 'UNAVAILABLE', {}, { 'Retry-After': '30' })),
        );
        await expect(call('/api/appointments')).rejects.toMatchObject({ status: 503 });
        expect(session.user()?.id).toBe(USER.id);
    });

    it('sends no token where none is wanted', async () => {
        await signIn();
        server.use(
            http.get('/api/slots', ({ request }) => HttpResponse.json({ token: request.headers.get('Authorization') })),
        );
        expect(await call('/api/slots', { anonymous: true })).toEqual({ token: null });
    });
});

describe('repeating', () => {
    beforeEach(() => {
        vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    });

    afterEach(() => {
        vi.useRealTimers();
    });

    /** Lets every pause of the call pass at once. */
    async function hurry<T>(promise: Promise<T>): Promise<T> {
        const state = { settled: false };
        const settled = promise.finally(() => (state.settled = true));
        settled.catch(() => undefined);
        while (!state.settled) {
            await vi.advanceTimersByTimeAsync(50);
            await new Promise((resolve) => setImmediate(resolve));
        }
        return settled;
    }

    it('waits as long as Retry-After asks for after a 429', async () => {
        let calls = 0;
        server.use(
            http.get('/api/doctors', () => {
                calls++;
                return calls === 1 ? problem(429, 'RATE_LIMIT', {}, { 'Retry-After': '2' }) : HttpResponse.json({ items: [] });
            }),
        );
        const asked = vi.spyOn(globalThis, 'setTimeout');
        await hurry(call('/api/doctors'));
        expect(calls).toBe(2);
        expect(asked.mock.calls.map(([, millis]) => millis)).toContain(2000);
    });

    it('does not keep the person waiting longer than a few seconds: it says how long', async () => {
        let calls = 0;
        server.use(
            http.get('/api/doctors', () => {
                calls++;
                return problem(429, 'RATE_LIMIT', {}, { 'Retry-After': '60' });
            }),
        );
        await expect(call('/api/doctors')).rejects.toMatchObject({ code: 'RATE_LIMIT', retryAfter: 60_000 });
        expect(calls).toBe(1);
    });

    it('gives up after three tries', async () => {
        let calls = 0;
        server.use(
            http.get('/api/doctors', () => {
                calls++;
                return problem(503, 'UNAVAILABLE');
            }),
        );
        await expect(hurry(call('/api/doctors'))).rejects.toMatchObject({ status: 503 });
        expect(calls).toBe(3);
    });

    it.each([
        ['503', () => problem(503, 'UNAVAILABLE', {}, { 'Retry-After': '1' })],
        ['429', () => problem(429, 'RATE_LIMIT', {}, { 'Retry-After': '1' })],
        ['a lost connection', () => HttpResponse.error()],
    ])('never repeats a POST without a key after %s', async (_, answer) => {
        let calls = 0;
        server.use(
            http.post('/api/appointments/1/cancel', () => {
                calls++;
                return answer();
            }),
        );
        await expect(hurry(call('/api/appointments/1/cancel', { method: 'POST', body: {} }))).rejects.toBeInstanceOf(Problem);
        expect(calls).toBe(1);
    });

    it('repeats a POST with a key, under the same key', async () => {
        const keys: (string | null)[] = [];
        server.use(
            http.post('/api/appointments', ({ request }) => {
                keys.push(request.headers.get('Idempotency-Key'));
                return keys.length < 3 ? HttpResponse.error() : HttpResponse.json({ id: 'visit' }, { status: 201 });
            }),
        );
        await hurry(call('/api/appointments', { method: 'POST', body: {}, idempotencyKey: 'one-attempt' }));
        expect(keys).toEqual(['one-attempt', 'one-attempt', 'one-attempt']);
    });

    it('calls a missing answer NETWORK', async () => {
        server.use(http.get('/api/doctors', () => HttpResponse.error()));
        await expect(hurry(call('/api/doctors'))).rejects.toMatchObject({ status: 0, code: 'NETWORK' });
    });

    it('does not repeat what was refused', async () => {
        let calls = 0;
        server.use(
            http.get('/api/doctors', () => {
                calls++;
                return problem(422, 'VALIDATION_ERROR', { errors: [{ field: 'specialty', code: 'UNKNOWN', message: '' }] });
            }),
        );
        await expect(call('/api/doctors')).rejects.toMatchObject({ errors: [{ field: 'specialty' }] });
        expect(calls).toBe(1);
    });
});
