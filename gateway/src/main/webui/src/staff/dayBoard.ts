import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Visit } from '../api/contract';
import { call } from '../api/http';
import { wholeList } from '../api/lists';

export type BoardAction = 'confirm' | 'check-in' | 'complete' | 'no-show';
export const BOARD_ACTIONS: readonly BoardAction[] = ['confirm', 'check-in', 'complete', 'no-show'];

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
