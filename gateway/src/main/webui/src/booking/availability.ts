import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Doctor, FreeDay, Location, Page, Slot, Specialty } from '../api/contract';
import { call } from '../api/http';
import { addDays, earliestToday } from '../time/time';

const RARELY_CHANGES = 10 * 60_000;
/** The longest range that the overview of days answers. */
const DAYS_SHOWN = 31;

export function specialtiesQuery() {
    return queryOptions({
        queryKey: ['specialties'],
        queryFn: ({ signal }) => call<Page<Specialty> | Specialty[]>('/api/specialties', { signal, anonymous: true }).then(itemsOf),
        staleTime: RARELY_CHANGES,
    });
}

export function locationsQuery() {
    return queryOptions({
        queryKey: ['locations'],
        queryFn: ({ signal }) =>
            call<Page<Location> | Location[]>('/api/locations', { signal, anonymous: true, query: { pageSize: 100 } }).then(itemsOf),
        staleTime: RARELY_CHANGES,
    });
}

export function doctorsQuery(specialty: string) {
    return queryOptions({
        queryKey: ['doctors', specialty],
        queryFn: ({ signal }) =>
            call<Page<Doctor>>('/api/doctors', { signal, anonymous: true, query: { specialty, pageSize: 100 } }).then(itemsOf),
        staleTime: RARELY_CHANGES,
    });
}

/** Per doctor and day, what is free in the next 31 days. `from` is a date. */
function daysQuery(specialty: string, from: string) {
    return queryOptions({
        queryKey: ['slots', 'days', specialty, from],
        queryFn: ({ signal }) =>
            call<{ days: FreeDay[] }>('/api/slots/days', {
                signal,
                anonymous: true,
                query: { specialty, from, to: addDays(from, DAYS_SHOWN - 1) },
            }).then(({ days }) => days),
    });
}

export function slotsQuery(doctorId: string, date: string) {
    return queryOptions({
        queryKey: ['slots', doctorId, date],
        queryFn: ({ signal }) =>
            call<{ slots: Slot[] }>('/api/slots', { signal, anonymous: true, query: { doctorId, from: date, to: date } }).then(
                ({ slots }) => slots.toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start)),
            ),
    });
}

/** The overview from the earliest "today" of any location on: a patient may be a calendar day ahead of the clinic. */
export function useFreeDays(specialty: string) {
    const locations = useQuery(locationsQuery());
    const zones = locations.data?.map(({ timeZone }) => timeZone) ?? [];
    const from = earliestToday(new Date(), zones);
    const days = useQuery({ ...daysQuery(specialty, from), enabled: locations.isSuccess });
    return {
        days: days.data,
        isPending: locations.isPending || (locations.isSuccess && days.isPending),
        error: locations.error ?? days.error,
        retry: () => void (locations.isError ? locations.refetch() : days.refetch()),
    };
}

function itemsOf<T>(answer: Page<T> | T[]): T[] {
    return Array.isArray(answer) ? answer : answer.items;
}
