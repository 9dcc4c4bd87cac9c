import { session } from './session';

/** A screen left alone this long shows nobody's visits any more (the server's own limit is the same by default). */
export const IDLE_LIMIT = 30 * 60_000;
const CHECK_EVERY = 15_000;
const TELL_EVERY = 20_000;

let lastActive = Date.now();

export function idleMillis(): number {
    return Date.now() - lastActive;
}

/** Watches for life in this tab and hears of it in the others. Gives the function that stops watching. */
export function endWhenIdle(): () => void {
    const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('smart-doctor.activity');
    let told = 0;
    const alive = () => {
        // A screen that slept through its limit must not be woken by the very touch that finds it.
        check();
        lastActive = Date.now();
        if (lastActive - told > TELL_EVERY) {
            told = lastActive;
            tabs?.postMessage('active');
        }
    };
    const check = () => {
        if (session.user() !== undefined && idleMillis() > IDLE_LIMIT) leave();
    };
    tabs?.addEventListener('message', () => {
        lastActive = Date.now();
    });
    lastActive = Date.now();
    const timer = setInterval(check, CHECK_EVERY);
    const events = ['pointerdown', 'keydown', 'wheel', 'touchmove'] as const;
    for (const event of events) window.addEventListener(event, alive, { passive: true });
    document.addEventListener('visibilitychange', check);
    return () => {
        clearInterval(timer);
        for (const event of events) window.removeEventListener(event, alive);
        document.removeEventListener('visibilitychange', check);
        tabs?.close();
    };
}

function leave(): void {
    // The server ends an idle session by itself; being unable to tell it changes nothing here.
    session.signOut(false, 'idle').catch((error: unknown) => reportError(error));
}
