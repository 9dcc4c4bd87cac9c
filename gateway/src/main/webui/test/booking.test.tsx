import { renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { confirmAddress, slotOfAddress } from '../src/app/addresses';
import { useAttemptKey } from '../src/booking/useBooking';
import { emergencyNumber } from '../src/triage/emergencyNumber';
import { initials } from '../src/ui/Avatar';

const slot = {
    doctorId: 'd1',
    doctorName: 'Dr. Anna Becker',
    locationId: 'l1',
    timeZone: 'Europe/Berlin',
    start: '2026-11-24T09:30:00+01:00',
    end: '2026-11-24T10:00:00+01:00',
    visitType: 'consultation',
};

describe('the key of a booking', () => {
    it('stays over tries of the same request and changes with it', () => {
        const { result, rerender } = renderHook(() => useAttemptKey());
        const request = { doctorId: 'd1', start: slot.start, visitType: 'consultation' };
        const first = result.current(request);
        rerender();
        expect(result.current({ ...request })).toBe(first);
        const changed = result.current({ ...request, reason: 'another reason' });
        expect(changed).not.toBe(first);
        expect(changed).toMatch(/^[0-9a-f-]{36}$/);
    });
});

describe('a slot in the address', () => {
    it('comes back whole, its offset too', () => {
        const search = new URLSearchParams(confirmAddress(slot, 'cardiology').split('?')[1]);
        const { doctorName, ...rest } = slot;
        expect(doctorName).toBeTruthy();
        expect(slotOfAddress(search)).toEqual(rest);
    });

    it.each(['doctor', 'location', 'zone', 'start', 'end', 'type'])('is refused without its %s', (name) => {
        const search = new URLSearchParams(confirmAddress(slot, 'cardiology').split('?')[1]);
        search.delete(name);
        expect(slotOfAddress(search)).toBeUndefined();
    });

    it('is refused with a zone that does not exist', () => {
        const search = new URLSearchParams(confirmAddress({ ...slot, timeZone: 'Mars/Olympus' }, '').split('?')[1]);
        expect(slotOfAddress(search)).toBeUndefined();
    });
});

describe('the emergency number', () => {
    it.each([
        ['Europe/Berlin', '112'],
        ['Europe/London', '999'],
        ['America/New_York', '911'],
        ['America/Sao_Paulo', '192'],
        ['America/Argentina/Buenos_Aires', '107'],
        ['Asia/Kolkata', '112'],
        ['Asia/Riyadh', '997'],
        ['Australia/Lord_Howe', '000'],
        ['UTC', '112'],
    ])('of %s is %s', (zone, number) => {
        expect(emergencyNumber(zone)).toBe(number);
    });
});

describe('initials', () => {
    it('leave titles out and keep letters whole', () => {
        expect(initials('Dr. Anna Becker')).toBe('AB');
        expect(initials('李雷')).toBe('李');
        expect(initials('Élodie')).toBe('É');
        expect(initials('')).toBe('');
    });
});
