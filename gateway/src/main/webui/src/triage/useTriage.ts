import { useMutation } from '@tanstack/react-query';
import type { Triage, TriageRequest } from '../api/contract';
import { call } from '../api/http';

/** Asks how urgent it is. Stateless and public: nothing of it is stored, here or there. */
export function useTriage() {
    return useMutation({
        mutationFn: (body: TriageRequest) =>
            call<Triage>('/api/assistant/triage', { method: 'POST', body, anonymous: true }),
    });
}
