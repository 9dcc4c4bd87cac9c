import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '../api/contract';
import { call } from '../api/http';
import { idleMillis } from '../session/idle';

/** One item of the inbox; its words are the server's, in the language asked for. */
export interface InboxItem {
    id: string;
    kind: string;
    title: string;
    text?: string | null;
    appointmentId?: string | null;
    createdAt: string;
    readAt: string | null;
}

const ASK_EVERY = 60_000;
const STILL_THERE = 2 * 60_000;

export function inboxQuery(language: string) {
    return queryOptions({
        queryKey: ['notifications', language],
        queryFn: ({ signal }) => call<Page<InboxItem>>('/api/notifications', { signal, query: { pageSize: 50 } }),
        // A page left alone asks for nothing: our calls would count as the person's and keep the session alive.
        refetchInterval: () => (idleMillis() < STILL_THERE ? ASK_EVERY : false),
    });
}

export function useMarkRead() {
    const client = useQueryClient();
    return useMutation({
        mutationFn: (id: string) => call<unknown>(`/api/notifications/${encodeURIComponent(id)}/read`, { method: 'POST' }),
        onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
    });
}
