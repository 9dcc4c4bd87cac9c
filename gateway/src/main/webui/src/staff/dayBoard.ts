import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Visit } from '../api/contract';
import { call } from '../api/http';
import { wholeList } from '../api/lists';
import { localDate } from '../time/time';

export type BoardAction = 'confirm' | 'check-in' | 'complete' | 'no-show';
const BOARD_ACTIONS: readonly BoardAction[] = ['confirm', 'check-in', 'complete', 'no-show'];

/** What may be pressed. Arrival is for the visit's own day at its location: on any other day the press is a mistake. */
export function boardActions({ start, timeZone, allowedActions }: Visit, now: Date): BoardAction[] {
    const today = localDate(new Date(start), timeZone) === localDate(now, timeZone);
    return BOARD_ACTIONS.filter((action) => allowedActions.includes(action) && (action !== 'check-in' || today));
}

export function dayQuery(date: string) {
    return queryOptions({
        queryKey: ['day', date],
        queryFn: ({ signal }) => wholeList<Visit>('/api/schedule/day', { signal, query: { date } }),
    });
}

export function useBoardAction(visit: Visit) {
    const client = useQueryClient();
    return useMutation({
        mutationFn: (action: BoardAction) =>
            call<Visit>(`/api/appointments/${encodeURIComponent(visit.id)}/${action}`, { method: 'POST', version: visit.version }),
        onSettled: () => client.invalidateQueries({ queryKey: ['day'] }),
    });
}
