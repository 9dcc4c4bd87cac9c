import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Visit } from '../api/contract';
import { call } from '../api/http';
import { forgetComplaint } from '../triage/complaint';
import { keepVisit } from '../visits/visitQueries';

export interface BookingRequest {
    doctorId: string;
    start: string;
    visitType: string;
    reason?: string;
    holdId?: string;
}

/** The key of the person's attempt: the same for every try of the same request, a new one as soon as it differs. */
export function useAttemptKey(): (request: BookingRequest) => string {
    const attempt = useRef<{ request: string; key: string }>(undefined);
    return (request) => {
        const text = JSON.stringify(request);
        if (attempt.current?.request !== text) attempt.current = { request: text, key: crypto.randomUUID() };
        return attempt.current.key;
    };
}

export function useBooking() {
    const client = useQueryClient();
    const keyOf = useAttemptKey();
    return useMutation({
        mutationFn: (body: BookingRequest) =>
            call<Visit>('/api/appointments', { method: 'POST', body, idempotencyKey: keyOf(body) }),
        onSuccess: (visit) => {
            forgetComplaint();
            keepVisit(client, visit);
        },
    });
}
