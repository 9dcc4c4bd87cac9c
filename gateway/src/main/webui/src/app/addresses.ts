import type { Slot } from '../api/contract';

/** The sign-in page's address which leads back to where the person was going. */
export function signInAddress(location: { pathname: string; search: string }): string {
    return `/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`;
}

/** Where to go after the sign-in: a path of this client; anything else, as another site's address, becomes `fallback`. */
export function nextAddress(next: string | null, fallback = '/visits'): string {
    if (next === null || !/^\/(?![/\\])/.test(next) || next.startsWith('/sign-in')) return fallback;
    return next;
}

/** A slot on its way to the booking page. Everything in it is public; the page survives a reload and a sign-in. */
export function confirmAddress(slot: Slot, specialty: string): string {
    const query = new URLSearchParams({
        specialty,
        doctor: slot.doctorId,
        location: slot.locationId,
        zone: slot.timeZone,
        start: slot.start,
        end: slot.end,
        type: slot.visitType,
    });
    return `/book/confirm?${query.toString()}`;
}

/** The slot of such an address, or undefined where the address was cut or written by hand. */
export function slotOfAddress(search: URLSearchParams): Omit<Slot, 'doctorName'> | undefined {
    const [doctorId, locationId, timeZone, start, end, visitType] = ['doctor', 'location', 'zone', 'start', 'end', 'type'].map(
        (name) => search.get(name) ?? '',
    ) as [string, string, string, string, string, string];
    const whole = doctorId !== '' && locationId !== '' && visitType !== '' && isZone(timeZone);
    if (!whole || Number.isNaN(Date.parse(start)) || Number.isNaN(Date.parse(end))) return undefined;
    return { doctorId, locationId, timeZone, start, end, visitType };
}

function isZone(name: string): boolean {
    try {
        return name !== '' && new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
    } catch {
        // RangeError: no such zone.
        return false;
    }
}
