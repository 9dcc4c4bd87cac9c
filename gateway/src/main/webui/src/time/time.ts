/**
 * Times of visits are wall-clock times of the clinic. Everything here names its zone; nothing falls back to the
 * browser's zone unnoticed. Dates are `YYYY-MM-DD`.
 */

/**
 * The browser's own variant of the language (British or American order and clock), with western digits and the
 * Gregorian calendar in every language: the same signs as in phone numbers and input fields.
 */
function localeOf(language: string): string {
    const regional = navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
    return `${new Intl.Locale(regional).baseName}-u-ca-gregory-nu-latn`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const key = language + JSON.stringify(options);
    let found = formats.get(key);
    if (found === undefined) {
        found = new Intl.DateTimeFormat(localeOf(language), options);
        formats.set(key, found);
    }
    return found;
}

export function viewerZone(): string {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** "08:30", "8:30 AM": as the language writes it. */
export function timeOf(instant: string, zone: string, language: string): string {
    return format(language, { timeZone: zone, timeStyle: 'short' }).format(new Date(instant));
}

/** "08:30 – 09:00"; over midnight "23:30 – 00:00" too, where a format of ranges would add both dates. */
export function timeRange(start: string, end: string, zone: string, language: string): string {
    const [from, to] = [new Date(start), new Date(end)];
    return localDate(from, zone) === localDate(to, zone)
        ? format(language, { timeZone: zone, timeStyle: 'short' }).formatRange(from, to)
        : `${timeOf(start, zone, language)} – ${timeOf(end, zone, language)}`;
}

/** "Tuesday, 24 November 2026" */
export function dayOf(instant: string, zone: string, language: string): string {
    return format(language, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(
        new Date(instant),
    );
}

/** "Tue, 24 Nov" */
export function shortDayOf(instant: string, zone: string, language: string): string {
    return format(language, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(instant));
}

/** "24 Nov 2026, 10:30" in the viewer's own zone: for things that happen nowhere in particular, as a message. */
export function momentOf(instant: string, language: string): string {
    return format(language, { timeZone: viewerZone(), dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** "Central European Standard Time": what the clock of that zone is called on that day. */
export function zoneName(instant: string, zone: string, language: string): string {
    const parts = format(language, { timeZone: zone, timeZoneName: 'long' }).formatToParts(new Date(instant));
    return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** The calendar date that the zone has at the instant. */
export function localDate(instant: Date, zone: string): string {
    const parts = format('en', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(instant);
    const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
}

/** Whether both zones show the same date and time at that instant: then one of them need not be told. */
export function sameClock(instant: string, zone: string, other: string): boolean {
    const clock = (timeZone: string) =>
        format('en', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' }).format(
            new Date(instant),
        );
    return clock(zone) === clock(other);
}

/** Walks the calendar, never hours: a day with a clock change is one day. */
export function addDays(date: string, days: number): string {
    const moved = new Date(`${date}T00:00:00Z`);
    moved.setUTCDate(moved.getUTCDate() + days);
    return moved.toISOString().slice(0, 10);
}

/** The parts of a calendar date, for a button: weekday, day of the month, month. */
export function dateParts(date: string, language: string): { weekday: string; day: string; month: string; full: string } {
    const noon = `${date}T12:00:00Z`;
    const show = (options: Intl.DateTimeFormatOptions) =>
        format(language, { timeZone: 'UTC', ...options }).format(new Date(noon));
    return {
        weekday: show({ weekday: 'short' }),
        day: show({ day: 'numeric' }),
        month: show({ month: 'short' }),
        full: show({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    };
}

/** The earliest "today" of several zones: a search that starts there misses nobody's today. */
export function earliestToday(now: Date, zones: readonly string[]): string {
    return zones.map((zone) => localDate(now, zone)).sort()[0] ?? localDate(now, 'UTC');
}

/** The date an ISO time with offset stands for where it happens. */
export function dateOfLocal(start: string): string {
    return start.slice(0, 10);
}

export function hourOfLocal(start: string): number {
    return Number(start.slice(11, 13));
}
