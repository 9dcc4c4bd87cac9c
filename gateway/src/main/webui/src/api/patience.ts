import { Problem, retryAfterMillis } from './problem';

const TRIES = 3;
const FIRST_PAUSE = 400;
/** A person waits this long in front of a turning wheel; beyond, the page says when to come back. */
export const LONGEST_PAUSE = 8_000;
const TRANSIENT: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Waits, or rejects at once when the signal fires. */
export function pause(millis: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            reject(abortReason(signal));
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener('abort', stop);
            resolve();
        }, millis);
        if (signal?.aborted) stop();
        else signal?.addEventListener('abort', stop, { once: true });
    });
}

/**
 * Sends, and sends again what may be repeated (reads, and changes with a key) after a lost connection, 429 or 503,
 * as late as `Retry-After` asks for. What is not repeatable is sent once.
 */
export async function patiently(
    send: () => Promise<Response>,
    repeatable: boolean,
    signal?: AbortSignal,
): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
        const last = !repeatable || attempt === TRIES;
        const outcome = await attemptOnce(send, signal);
        if (outcome === undefined) {
            if (last) throw Problem.network();
            await pause(backoff(attempt), signal);
            continue;
        }
        if (last || !TRANSIENT.has(outcome.status)) return outcome;
        const wait = retryAfterMillis(outcome.headers.get('Retry-After'), Date.now()) ?? backoff(attempt);
        if (wait > LONGEST_PAUSE) return outcome;
        void outcome.body?.cancel();
        await pause(wait, signal);
    }
}

async function attemptOnce(send: () => Promise<Response>, signal?: AbortSignal): Promise<Response | undefined> {
    try {
        return await send();
    } catch (error) {
        if (signal?.aborted) throw abortReason(signal);
        // fetch rejects with a TypeError where no answer came, and with a TimeoutError at our own limit.
        if (error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError')) {
            return undefined;
        }
        throw error;
    }
}

function backoff(attempt: number): number {
    return FIRST_PAUSE * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
}

function abortReason(signal?: AbortSignal): Error {
    const reason: unknown = signal?.reason;
    return reason instanceof Error ? reason : new DOMException('Aborted', 'AbortError');
}
