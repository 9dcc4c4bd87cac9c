import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import type { Visit } from '../src/api/contract';
import { session } from '../src/session/session';
import { http, server, signedIn, USER } from './server';

export async function signInAs(...roles: string[]): Promise<void> {
    server.use(http.post('/api/auth/login', () => signedIn('token', 300, { ...USER, roles })));
    await session.signIn(USER.email, 'a long enough password');
}

/** Shows pages by their addresses, the first of the history being `address`. */
export function showAt(address: string, pages: Record<string, React.ReactNode>) {
    render(
        <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })}>
            <MemoryRouter initialEntries={[address]}>
                <Routes>
                    {Object.entries(pages).map(([path, page]) => (
                        <Route key={path} path={path} element={page} />
                    ))}
                </Routes>
            </MemoryRouter>
        </QueryClientProvider>,
    );
    return userEvent.setup();
}

export const VISIT: Visit = {
    id: 'v1',
    status: 'booked',
    version: 3,
    doctor: { id: 'd1', name: 'Dr. Anna Becker', specialty: 'cardiology' },
    location: { id: 'l1', name: 'Clinic Mitte' },
    patient: { id: 'p1', name: 'Grace Hopper' },
    start: '2026-11-24T09:30:00+01:00',
    end: '2026-11-24T10:00:00+01:00',
    timeZone: 'Europe/Berlin',
    visitType: 'consultation',
    allowedActions: ['cancel'],
};
