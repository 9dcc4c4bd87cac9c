import { describe, expect, it, vi } from 'vitest';
import { addDays, dateOfLocal, dateParts, dayOf, earliestToday, localDate, sameClock, timeOf, timeRange, zoneName } from '../src/time/time';

describe('the clinic’s time', () => {
    it('is its own clock, wherever the viewer is', () => {
        expect(timeOf('2026-11-24T09:30:00+01:00', 'Europe/Berlin', 'es')).toBe('9:30');
        expect(timeOf('2026-11-24T09:30:00+01:00', 'America/New_York', 'es')).toBe('3:30');
    });

    it('follows the change to winter time in Berlin', () => {
        // One and the same wall-clock time before and after the night of 25 October 2026.
        expect(timeOf('2026-10-24T09:00:00+02:00', 'Europe/Berlin', 'es')).toBe('9:00');
        expect(timeOf('2026-10-26T09:00:00+01:00', 'Europe/Berlin', 'es')).toBe('9:00');
        expect(zoneName('2026-10-24T09:00:00+02:00', 'Europe/Berlin', 'en')).toBe('Central European Summer Time');
        expect(zoneName('2026-10-26T09:00:00+01:00', 'Europe/Berlin', 'en')).toBe('Central European Standard Time');
    });

    it('tells the two half past one of the overlap hour apart by the zone’s name', () => {
        const summer = '2026-11-01T01:30:00-04:00';
        const winter = '2026-11-01T01:30:00-05:00';
        expect(timeOf(summer, 'America/New_York', 'es')).toBe(timeOf(winter, 'America/New_York', 'es'));
        expect(zoneName(summer, 'America/New_York', 'en')).toBe('Eastern Daylight Time');
        expect(zoneName(winter, 'America/New_York', 'en')).toBe('Eastern Standard Time');
    });

    it('knows the half-hour change of Lord Howe', () => {
        expect(timeOf('2026-04-04T13:00:00Z', 'Australia/Lord_Howe', 'es')).toBe('0:00');
        expect(timeOf('2026-04-05T13:00:00Z', 'Australia/Lord_Howe', 'es')).toBe('23:30');
    });

    it('is written alike alone and in a range', () => {
        vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en-GB']);
        expect(timeOf('2026-11-24T07:30:00+01:00', 'Europe/Berlin', 'en')).toBe('07:30');
        expect(timeRange('2026-11-24T07:30:00+01:00', '2026-11-24T08:00:00+01:00', 'Europe/Berlin', 'en')).toMatch(/^07:30.*08:00$/);
    });

    it('names no dates where a visit ends at midnight', () => {
        expect(timeRange('2026-11-24T23:30:00+01:00', '2026-11-25T00:00:00+01:00', 'Europe/Berlin', 'es')).toBe('23:30 – 0:00');
    });

    it('shows western digits in Hindi and Arabic', () => {
        expect(timeRange('2026-11-24T09:30:00+01:00', '2026-11-24T10:00:00+01:00', 'Europe/Berlin', 'ar')).toMatch(/9:30.*10:00/);
        expect(dayOf('2026-11-24T09:30:00+01:00', 'Europe/Berlin', 'hi')).toContain('24');
        expect(dayOf('2026-11-24T09:30:00+01:00', 'Europe/Berlin', 'ar')).toMatch(/24.*2026/);
    });
});

describe('the viewer’s own time', () => {
    it('is left out where both clocks show the same', () => {
        expect(sameClock('2026-11-24T09:30:00+01:00', 'Europe/Berlin', 'Europe/Paris')).toBe(true);
        expect(sameClock('2026-11-24T09:30:00+01:00', 'Europe/Berlin', 'Europe/London')).toBe(false);
    });

    it('is compared at the time of the visit, not now', () => {
        // Phoenix keeps standard time: with Denver in winter, without it in summer.
        expect(sameClock('2026-01-15T10:00:00-07:00', 'America/Phoenix', 'America/Denver')).toBe(true);
        expect(sameClock('2026-07-15T10:00:00-07:00', 'America/Phoenix', 'America/Denver')).toBe(false);
    });

    it('differs where only the day does', () => {
        expect(sameClock('2026-06-01T12:00:00Z', 'Pacific/Apia', 'Pacific/Pago_Pago')).toBe(false);
    });
});

describe('dates', () => {
    it('walk the calendar over a change of the clock', () => {
        expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
        expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
        expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
        expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
        expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
        expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    });

    it('are those of the zone', () => {
        const instant = new Date('2026-11-24T23:30:00Z');
        expect(localDate(instant, 'Europe/Berlin')).toBe('2026-11-25');
        expect(localDate(instant, 'America/New_York')).toBe('2026-11-24');
        expect(localDate(instant, 'Pacific/Apia')).toBe('2026-11-25');
    });

    it('begin a search with the earliest today of all locations', () => {
        const now = new Date('2026-11-24T23:30:00Z');
        expect(earliestToday(now, ['Europe/Berlin', 'America/New_York'])).toBe('2026-11-24');
        expect(earliestToday(now, ['Europe/Berlin'])).toBe('2026-11-25');
        expect(earliestToday(now, [])).toBe('2026-11-24');
    });

    it('of a local time are read off, not converted', () => {
        expect(dateOfLocal('2026-11-25T00:15:00+13:00')).toBe('2026-11-25');
        expect(dateParts('2026-11-25', 'en')).toMatchObject({ weekday: 'Wed', day: '25', month: 'Nov' });
    });
});
