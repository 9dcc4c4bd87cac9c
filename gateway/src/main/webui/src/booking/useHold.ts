import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Hold, Slot } from '../api/contract';
import { call } from '../api/http';

type Wanted = Pick<Slot, 'doctorId' | 'start' | 'visitType'>;

/**
 * Holds the time for the person while they read and write. A query rather than a mutation, since arriving at the page
 * is what asks for it, once, however often the page is drawn.
 */
export function useHold({ doctorId, start, visitType }: Wanted) {
    const hold = useQuery({
        queryKey: ['hold', doctorId, start, visitType],
        queryFn: () =>
            call<Hold>('/api/appointments/holds', { method: 'POST', body: { doctorId, start, visitType } }),
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
    });
    const left = useSecondsUntil(hold.data?.expiresAt);
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
