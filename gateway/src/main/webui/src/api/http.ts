import i18n from 'i18next';
import { session } from '../session/session';
import { patiently } from './patience';
import { Problem } from './problem';

export interface Call {
    method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    query?: Record<string, string | number | undefined>;
    body?: unknown;
    /** One per attempt of the person; makes a POST repeatable. */
    idempotencyKey?: string;
    /** The version the person saw, as `ETag` gave it. */
    version?: number;
    /** Sent without a token even when somebody is signed in. */
    anonymous?: boolean;
    accept?: string;
    signal?: AbortSignal | undefined;
    /** How long the token must still live, in milliseconds. A stream ends with its token. */
    tokenLifetime?: number;
    /** Milliseconds to an answer; `Infinity` for streams. */
    timeout?: number;
}

const TIMEOUT = 20_000;

/** Calls and reads the JSON answer; `undefined` where there is none (204, and 202 without a body). Throws `Problem`. */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
    const response = await open(path, options);
    const text = await response.text();
    return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Calls and gives the successful answer unread: for streams and files. Throws `Problem`. */
export async function open(path: string, options: Call = {}): Promise<Response> {
    const owner = session.user()?.id;
    const token = options.anonymous === true ? undefined : await session.bearer(options.tokenLifetime);
    let response = await sendPatiently(path, options, token);
    if (token !== undefined && (await refusesToken(response))) {
        // Refused before anything was done, so any call may be sent once more: but never in another person's name.
        const renewed = await session.renew(token);
        if (renewed !== undefined && session.user()?.id === owner) {
            void response.body?.cancel();
            response = await sendPatiently(path, options, renewed);
        }
    }
    if (!response.ok) throw await Problem.of(response);
    return response;
}

/** A 401 may also refuse what was entered, such as a wrong current password; another try would count against the person. */
async function refusesToken(response: Response): Promise<boolean> {
    return response.status === 401 && (await Problem.of(response.clone())).code === 'UNAUTHENTICATED';
}

function sendPatiently(path: string, options: Call, token: string | undefined): Promise<Response> {
    const method = options.method ?? 'GET';
    const repeatable = method === 'GET' || options.idempotencyKey !== undefined;
    return patiently(() => fetch(address(path, options.query), init(method, options, token)), repeatable, options.signal);
}

function init(method: string, options: Call, token: string | undefined): RequestInit {
    const headers = new Headers({
        Accept: options.accept ?? 'application/json',
        'Accept-Language': i18n.resolvedLanguage ?? 'en',
    });
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (options.idempotencyKey !== undefined) headers.set('Idempotency-Key', options.idempotencyKey);
    if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
    // What belongs to a person rests in no cache; the public directory says itself how long it may.
    const request: RequestInit = { method, headers, credentials: 'same-origin', cache: options.anonymous === true ? 'default' : 'no-store', signal: limit(options) };
    if (options.body !== undefined) {
        headers.set('Content-Type', 'application/json');
        request.body = JSON.stringify(options.body);
    }
    return request;
}

function limit({ signal, timeout = TIMEOUT }: Call): AbortSignal | null {
    if (timeout === Infinity) return signal ?? null;
    const clock = AbortSignal.timeout(timeout);
    return signal === undefined ? clock : AbortSignal.any([signal, clock]);
}

function address(path: string, query: Call['query']): string {
    const parameters = new URLSearchParams();
    for (const [name, value] of Object.entries(query ?? {})) {
        if (value !== undefined) parameters.set(name, String(value));
    }
    const text = parameters.toString();
    return text === '' ? path : `${path}?${text}`;
}
