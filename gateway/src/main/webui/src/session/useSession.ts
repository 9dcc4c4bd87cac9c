import { useSyncExternalStore } from 'react';
import { session, type SessionState, type User } from './session';

export function useSession(): SessionState {
    return useSyncExternalStore(session.subscribe, session.state);
}

/** The person of a page that only signed-in people reach. */
export function useUser(): User {
    const state = useSession();
    if (state.phase !== 'signedIn') throw new Error('This page is for signed-in people');
    return state.user;
}

/** Holding and booking a time for oneself is for patients. */
export function isPatient(user: User): boolean {
    return user.roles.includes('patient');
}

export function isStaff(user: User): boolean {
    return user.roles.some((role) => role === 'doctor' || role === 'receptionist' || role === 'admin');
}
