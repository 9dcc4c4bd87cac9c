import { call } from '../api/http';
import type { OwnSession, Profile } from '../api/contract';
import { wholeList } from '../api/lists';

export interface Registration {
    email: string;
    password: string;
    fullName: string;
    phone?: string;
    dateOfBirth?: string;
    locale: string;
    timeZone: string;
}

/** Calls for people who are not signed in: no token goes with them. */
function visitorPost(path: string, body: unknown): Promise<void> {
    return call<unknown>(path, { method: 'POST', body, anonymous: true }).then(() => undefined);
}

export const registerAccount = (body: Registration) => visitorPost('/api/auth/register', body);
export const verifyEmail = (token: string) => visitorPost('/api/auth/verify-email', { token });
export const forgotPassword = (email: string) => visitorPost('/api/auth/password/forgot', { email });
export const resetPassword = (token: string, newPassword: string) =>
    visitorPost('/api/auth/password/reset', { token, newPassword });

export const changePassword = (currentPassword: string, newPassword: string) =>
    call<undefined>('/api/auth/password/change', { method: 'POST', body: { currentPassword, newPassword } });

export const readSessions = (signal: AbortSignal) => wholeList<OwnSession>('/api/auth/sessions', { signal });
export const endSession = (id: string) => call<undefined>(`/api/auth/sessions/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const readProfile = (signal: AbortSignal) => call<Profile>('/api/users/me', { signal });
export const changeProfile = (changes: Partial<Profile>) => call<Profile>('/api/users/me', { method: 'PATCH', body: changes });
