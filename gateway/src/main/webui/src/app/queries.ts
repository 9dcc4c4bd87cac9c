import { QueryClient } from '@tanstack/react-query';
import { session } from '../session/session';
import { forgetComplaint } from '../triage/complaint';

/** Answers live in memory only. Repeating is the HTTP client's matter, so that nothing is repeated twice over. */
export const queries = new QueryClient({
    defaultOptions: {
        queries: { retry: false, staleTime: 15_000, gcTime: 5 * 60_000 },
        mutations: { retry: false },
    },
});

/** Another person, or nobody: whatever the last one saw is dropped. */
export function purgeOnChangeOfPerson(): () => void {
    let person = session.user()?.id;
    return session.subscribe(() => {
        const now = session.user()?.id;
        if (now === person) return;
        const before = person;
        person = now;
        // A visitor who signs in keeps what they wrote as a visitor.
        if (before === undefined) return;
        forgetComplaint();
        void queries.cancelQueries();
        queries.clear();
    });
}
