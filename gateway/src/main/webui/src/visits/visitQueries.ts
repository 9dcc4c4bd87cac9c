import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Page, Visit } from '../api/contract';
import { call } from '../api/http';
import type { User } from '../session/session';
import { addDays, localDate } from '../time/time';

/** `upcoming` starts yesterday: a visit of today may be yesterday's by the clinic's calendar. */
export function visitsQuery(range: 'upcoming' | 'past') {
    return queryOptions({
        queryKey: ['visits', range],
        queryFn: async ({ signal }) => {
            const today = localDate(new Date(), 'UTC');
            const query = range === 'upcoming' ? { from: addDays(today, -1) } : { to: addDays(today, 1) };
            const { items } = await call<Page<Visit>>('/api/appointments', { signal, query: { ...query, pageSize: 100 } });
            return items;
        },
    });
}

/** The text that names the list: its visits are whose the server shows to this role. */
export function visitsTitle({ roles }: User): 'visits.title' | 'visits.clinic' | 'visits.patients' {
    if (roles.includes('receptionist') || roles.includes('admin')) return 'visits.clinic';
    return roles.includes('doctor') && !roles.includes('patient') ? 'visits.patients' : 'visits.title';
}

export function visitQuery(id: string) {
    return queryOptions({
        queryKey: ['visit', id],
        queryFn: ({ signal }) => call<Visit>(`/api/appointments/${encodeURIComponent(id)}`, { signal }),
    });
}

const STANDING: ReadonlySet<string> = new Set(['held', 'pending', 'booked', 'checked_in']);

/** A visit that is still to come or going on; everything else is history. */
export function isUpcoming(visit: Visit, now: number): boolean {
    return STANDING.has(visit.status) && Date.parse(visit.end) > now;
}

/** The server's newest word on a visit: shown at once; lists and free times are asked for again. */
export function keepVisit(client: QueryClient, visit: Visit): void {
    client.setQueryData(['visit', visit.id], visit);
    void client.invalidateQueries({ queryKey: ['visits'] });
    void client.invalidateQueries({ queryKey: ['slots'] });
    void client.invalidateQueries({ queryKey: ['notifications'] });
}

export function useCancel(visit: Visit) {
    return useVisitChange<{ reason?: string }>(visit, 'cancel');
}

export function useReschedule(visit: Visit) {
    return useVisitChange<{ start: string; doctorId?: string }>(visit, 'reschedule');
}

/** One change of a visit, refused by the server when the visit is no longer the one that was on the screen. */
function useVisitChange<Body>(visit: Visit, action: 'cancel' | 'reschedule') {
    const client = useQueryClient();
    return useMutation({
        mutationFn: (body: Body) =>
            call<Visit>(`/api/appointments/${encodeURIComponent(visit.id)}/${action}`, { method: 'POST', body, version: visit.version }),
        onSuccess: (changed) => keepVisit(client, changed),
        onError: () => {
            void client.invalidateQueries({ queryKey: ['visit', visit.id] });
            void client.invalidateQueries({ queryKey: ['slots'] });
        },
    });
}
