import { useQuery, useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Hold, Slot } from '../api/contract';
import { call } from '../api/http';

type Wanted = Pick<Slot, 'doctorId' | 'start' | 'visitType'>;

/**
 * Holds the time for the person while they read and write. A query rather than a mutation, since arriving at the page
 * is what asks for it, once, however often the page is drawn. The hold stands in the browser's history entry, so that
 * loading the page again presents it instead of asking for a time that is now taken, by ourselves. Who leaves without
 * booking gives it back.
 */
export function useHold({ doctorId, start, visitType }: Wanted) {
    const location = useLocation();
    const navigate = useNavigate();
    const kept = keptHold(location.state);
    const hold = useQuery({
        initialData: kept,
        queryKey: holdKey({ doctorId, start, visitType }),
        queryFn: () =>
            call<Hold>('/api/appointments/holds', { method: 'POST', body: { doctorId, start, visitType } }),
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
    });
    const taken = hold.data;
    useEffect(() => {
        if (taken === undefined || taken.holdId === kept?.holdId) return;
        void navigate(location.pathname + location.search, { replace: true, state: taken });
    }, [taken, kept?.holdId, navigate, location.pathname, location.search]);
    const left = useSecondsUntil(taken?.expiresAt, hold.dataUpdatedAt);
    const spend = useGivingBack({ doctorId, start, visitType });
    return { ...hold, left, spend };
}

/** Whole seconds until the instant, ticking, never more than are left; `since` is when it became known. */
function useSecondsUntil(instant: string | undefined, since: number): number | undefined {
    const [now, setNow] = useState(() => Date.now());
    useEffect(() => {
        if (instant === undefined) return;
        const timer = setInterval(() => setNow(Date.now()), 1000);
        return () => clearInterval(timer);
    }, [instant]);
    return instant === undefined ? undefined : Math.max(0, Math.floor((Date.parse(instant) - Math.max(now, since)) / 1000));
}

function keptHold(state: unknown): Hold | undefined {
    if (typeof state !== 'object' || state === null || !('holdId' in state) || !('expiresAt' in state)) return undefined;
    const { holdId, expiresAt } = state;
    const alive = typeof holdId === 'string' && typeof expiresAt === 'string' && Date.parse(expiresAt) > Date.now();
    return alive && !givenBack.has(holdId) ? { holdId, expiresAt } : undefined;
}

/** Entries of the browser's history may still present these. */
const givenBack = new Set<string>();

const holdKey = ({ doctorId, start, visitType }: Wanted): QueryKey => ['hold', doctorId, start, visitType];

/** The function it gives says whether a booking takes the hold: then leaving the page leaves the hold alone. */
function useGivingBack({ doctorId, start, visitType }: Wanted): (spent: boolean) => void {
    const client = useQueryClient();
    const spent = useRef(false);
    useEffect(
        () => () => {
            // Later than React's strict mode, which leaves and comes back at once.
            setTimeout(() => void leave(client, holdKey({ doctorId, start, visitType }), () => spent.current));
        },
        [client, doctorId, start, visitType],
    );
    return useCallback((taken: boolean) => {
        spent.current = taken;
    }, []);
}

/** Forgets the hold and gives it back, as well as can be: what does not succeed ends by itself in five minutes. */
async function leave(client: QueryClient, queryKey: QueryKey, isSpent: () => boolean): Promise<void> {
    const query = client.getQueryCache().find<Hold>({ queryKey });
    // It may still be asked for.
    const arrived = await query?.promise?.catch(() => undefined);
    if (query === undefined || query.getObserversCount() > 0) return;
    client.removeQueries({ queryKey, exact: true });
    const hold = arrived ?? query.state.data;
    if (hold === undefined || isSpent() || Date.parse(hold.expiresAt) <= Date.now()) return;
    givenBack.add(hold.holdId);
    await call(`/api/appointments/holds/${encodeURIComponent(hold.holdId)}`, { method: 'DELETE' }).catch(() => undefined);
    await client.invalidateQueries({ queryKey: ['slots'] });
}
