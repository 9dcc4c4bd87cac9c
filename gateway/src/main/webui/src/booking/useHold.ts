import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { Hold, Slot } from '../api/contract';
import { call } from '../api/http';

type Wanted = Pick<Slot, 'doctorId' | 'start' | 'visitType'>;

/**
 * Holds the time for the person while they read and write. A query rather than a mutation, since arriving at the page
 * is what asks for it, once, however often the page is drawn. The hold stands in the browser's history entry, so that
 * loading the page again presents it instead of asking for a time that is now taken, by ourselves.
 */
export function useHold({ doctorId, start, visitType }: Wanted) {
    const location = useLocation();
    const navigate = useNavigate();
    const kept = keptHold(location.state);
    const hold = useQuery({
        initialData: kept,
        queryKey: ['hold', doctorId, start, visitType],
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
    const left = useSecondsUntil(taken?.expiresAt);
    return { ...hold, left };
}

/** Whole seconds until the instant, ticking; undefined while there is no instant. */
function useSecondsUntil(instant: string | undefined): number | undefined {
    const [now, setNow] = useState(() => Date.now());
    useEffect(() => {
        if (instant === undefined) return;
        const timer = setInterval(() => setNow(Date.now()), 1000);
        return () => clearInterval(timer);
    }, [instant]);
    return instant === undefined ? undefined : Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
}

function keptHold(state: unknown): Hold | undefined {
    if (typeof state !== 'object' || state === null || !('holdId' in state) || !('expiresAt' in state)) return undefined;
    const { holdId, expiresAt } = state;
    const alive = typeof holdId === 'string' && typeof expiresAt === 'string' && Date.parse(expiresAt) > Date.now();
    return alive ? { holdId, expiresAt } : undefined;
}
