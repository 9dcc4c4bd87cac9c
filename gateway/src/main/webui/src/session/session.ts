import { preferences } from '../app/preferences';
import { patiently } from '../api/patience';
import { Problem } from '../api/problem';

export interface User {
    id: string;
    email: string;
    fullName: string;
    roles: string[];
    locale: string;
    timeZone: string;
}

interface SignedIn {
    accessToken: string;
    expiresIn: number;
    user: User;
}

/** Why nobody is signed in: shown on the sign-in page. */
export type EndReason = 'signedOut' | 'expired' | 'idle';

export type SessionState =
    | { phase: 'restoring' }
    | { phase: 'anonymous'; reason?: EndReason }
    | { phase: 'signedIn'; user: User };

type TabMessage = { kind: 'ended'; reason: EndReason } | { kind: 'signedIn'; userId: string };

/** Asked for by auth-service where the cookie authenticates: a foreign page cannot set it. */
const OWN_PAGE = { 'X-Requested-With': 'smart-doctor' };
const REFRESH_TIMEOUT = 15_000;
/** A token this close to its end is renewed before it is used. */
const LEAST_LIFETIME = 10_000;

/**
 * Who is signed in. The access token lives in this object's memory and nowhere else; the refresh token is in a cookie
 * that no script can read. At most one refresh runs at a time, over all tabs of the browser, since each one rotates
 * the cookie.
 */
export class Session {
    #state: SessionState = { phase: 'restoring' };
    #token: { value: string; expiresAt: number } | undefined;
    #refreshing: Promise<string | undefined> | undefined;
    /** Raised by every start and end: an answer that belongs to an earlier session is thrown away. */
    #epoch = 0;
    readonly #listeners = new Set<() => void>();
    readonly #tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('smart-doctor.session');

    constructor() {
        this.#tabs?.addEventListener('message', (event: MessageEvent<TabMessage>) => this.#hear(event.data));
    }

    readonly state = (): SessionState => this.#state;

    readonly subscribe = (listener: () => void): (() => void) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    };

    /** Hears and tells the other tabs no more. */
    close(): void {
        this.#tabs?.close();
    }

    user(): User | undefined {
        return this.#state.phase === 'signedIn' ? this.#state.user : undefined;
    }

    /** Called once, when the page loads. Does not ask the server where this browser never signed in. */
    async restore(): Promise<void> {
        if (!preferences.signedInBefore()) {
            this.#become({ phase: 'anonymous' });
            return;
        }
        try {
            await this.refresh();
        } finally {
            // The server could not be asked: the page works for visitors, and the next load tries again.
            if (this.#state.phase === 'restoring') this.#become({ phase: 'anonymous' });
        }
    }

    async signIn(email: string, password: string, totp?: string): Promise<User> {
        const body = totp === undefined ? { email, password } : { email, password, totp };
        const response = await post('/api/auth/login', body);
        if (!response.ok) throw await Problem.of(response);
        const answer = (await response.json()) as SignedIn;
        this.#adopt(answer);
        this.#tabs?.postMessage({ kind: 'signedIn', userId: answer.user.id } satisfies TabMessage);
        return answer.user;
    }

    /** Forgets everything here first; throws where the server could not be told that the session is over. */
    async signOut(everywhere = false, reason: EndReason = 'signedOut'): Promise<void> {
        // A token that has run out would be refused at the door; without one the cookie says which session ends.
        const token = everywhere ? await this.bearer() : this.#liveToken();
        this.end(reason);
        const headers: Record<string, string> = token === undefined ? {} : { Authorization: `Bearer ${token}` };
        const response = await alone(() => post(everywhere ? '/api/auth/logout-all' : '/api/auth/logout', {}, headers));
        if (!response.ok && response.status !== 401) throw await Problem.of(response);
    }

    end(reason: EndReason): void {
        this.#forget(reason);
        this.#tabs?.postMessage({ kind: 'ended', reason } satisfies TabMessage);
    }

    /** The profile was changed: show it without waiting for the next refresh. */
    rename(changes: Partial<Pick<User, 'fullName' | 'locale' | 'timeZone'>>): void {
        if (this.#state.phase === 'signedIn') this.#become({ phase: 'signedIn', user: { ...this.#state.user, ...changes } });
    }

    /** A token that lives for at least `lifetime` milliseconds more, or undefined when nobody is signed in. */
    async bearer(lifetime = LEAST_LIFETIME): Promise<string | undefined> {
        if (this.#token === undefined) return undefined;
        return this.#liveToken(lifetime) ?? this.refresh();
    }

    /** After a 401 for `refused`: another call may have renewed the token meanwhile, then that one serves. */
    async renew(refused: string): Promise<string | undefined> {
        return this.#token !== undefined && this.#token.value !== refused ? this.#token.value : this.refresh();
    }

    refresh(): Promise<string | undefined> {
        this.#refreshing ??= alone(() => this.#rotate()).finally(() => {
            this.#refreshing = undefined;
        });
        return this.#refreshing;
    }

    async #rotate(): Promise<string | undefined> {
        const epoch = this.#epoch;
        // Repeating is safe: the same cookie gets the same successor for ten seconds.
        const response = await patiently(() => post('/api/auth/refresh', {}), true);
        if (epoch !== this.#epoch) return undefined;
        if (response.status === 401 || response.status === 403) {
            this.#forget('expired');
            return undefined;
        }
        if (!response.ok) throw await Problem.of(response);
        const answer = (await response.json()) as SignedIn;
        // Signed out while the answer travelled.
        if (epoch !== this.#epoch) return undefined;
        this.#adopt(answer);
        return answer.accessToken;
    }

    #liveToken(lifetime = LEAST_LIFETIME): string | undefined {
        return this.#token !== undefined && this.#token.expiresAt - Date.now() > lifetime ? this.#token.value : undefined;
    }

    #adopt({ accessToken, expiresIn, user }: SignedIn): void {
        if (this.user()?.id !== user.id) this.#epoch++;
        this.#token = { value: accessToken, expiresAt: Date.now() + expiresIn * 1000 };
        preferences.rememberSignIn(true);
        this.#become({ phase: 'signedIn', user });
    }

    #forget(reason: EndReason): void {
        this.#epoch++;
        this.#token = undefined;
        preferences.rememberSignIn(false);
        this.#become({ phase: 'anonymous', reason });
    }

    #hear(message: TabMessage): void {
        if (message.kind === 'ended') {
            if (this.#state.phase === 'signedIn') this.#forget(message.reason);
        } else if (this.user()?.id !== message.userId) {
            // Someone signed in by another tab: this one follows rather than mix two people.
            this.#forget('signedOut');
            this.refresh().catch(() => this.#become({ phase: 'anonymous' }));
        }
    }

    #become(state: SessionState): void {
        this.#state = state;
        for (const listener of this.#listeners) listener();
    }
}

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Accept: 'application/json', ...OWN_PAGE, ...headers },
        body: JSON.stringify(body),
        credentials: 'same-origin',
        signal: AbortSignal.timeout(REFRESH_TIMEOUT),
    });
}

/** One at a time over all tabs, where the browser can (it can wherever the page came by https or from localhost). */
function alone<T>(work: () => Promise<T>): Promise<T> {
    const locks = (navigator as Partial<Navigator>).locks;
    return locks === undefined ? work() : locks.request('smart-doctor.refresh', work);
}

export const session = new Session();
