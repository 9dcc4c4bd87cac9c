import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter, Route, Routes } from 'react-router';
import { describe, expect, it } from 'vitest';
import RegisterPage from '../src/account/RegisterPage';
import SignInPage from '../src/account/SignInPage';
import VerifyEmailPage from '../src/account/VerifyEmailPage';
import { nextAddress } from '../src/app/addresses';
import { session } from '../src/session/session';
import { http, HttpResponse, problem, server } from './server';

function show(page: React.ReactNode, address = '/') {
    render(
        <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { retry: false } } })}>
            <MemoryRouter initialEntries={[address]}>
                <Routes>
                    <Route path="/" element={page} />
                    <Route path="/register/sent" element={<h1>Check your mail</h1>} />
                </Routes>
            </MemoryRouter>
        </QueryClientProvider>,
    );
    return userEvent.setup();
}

async function register(user: ReturnType<typeof userEvent.setup>) {
    await user.type(screen.getByLabelText('Full name'), 'José Ñandú');
    await user.type(screen.getByLabelText('E-mail'), 'jose@example.org');
    await user.type(screen.getByLabelText('Password'), 'twelve or more');
    await user.type(screen.getByLabelText(/^Phone/), '12');
    await user.click(screen.getByRole('button', { name: 'Create account' }));
}

describe('registration', () => {
    it('says at each field what the server refused, in the person’s language', async () => {
        server.use(
            http.post('/api/auth/register', () =>
                problem(422, 'VALIDATION_ERROR', {
                    errors: [
                        { field: 'phone', code: 'INVALID_PHONE_NUMBER', message: 'x' },
                        { field: 'password', code: 'TOO_COMMON', message: 'x' },
                    ],
                }),
            ),
        );
        await register(show(<RegisterPage />));
        const phone = screen.getByLabelText(/^Phone/);
        await waitFor(() => expect(phone.getAttribute('aria-invalid')).toBe('true'));
        expect(document.getElementById(phone.getAttribute('aria-describedby')?.split(' ')[1] ?? '')?.textContent).toContain('phone number with country code');
        expect(screen.getByText('This password is too common. Choose another.')).toBeTruthy();
        expect(document.activeElement).toBe(phone);
    });

    it('says an unknown refusal in our words, never in the server’s', async () => {
        server.use(
            http.post('/api/auth/register', () =>
                problem(422, 'VALIDATION_ERROR', { errors: [{ field: 'email', code: 'NEW_RULE', message: 'raw text' }] }),
            ),
        );
        await register(show(<RegisterPage />));
        expect(await screen.findByText('This is not right.')).toBeTruthy();
        expect(screen.queryByText(/raw text/)).toBeNull();
    });

    it('sends language and zone, leaves out what was left empty, and goes on to the mail', async () => {
        let sent: unknown;
        server.use(
            http.post('/api/auth/register', async ({ request }) => {
                sent = await request.json();
                return new HttpResponse(null, { status: 202 });
            }),
        );
        await register(show(<RegisterPage />));
        await screen.findByRole('heading', { name: 'Check your mail' });
        expect(sent).toEqual({
            fullName: 'José Ñandú',
            email: 'jose@example.org',
            password: 'twelve or more',
            phone: '12',
            locale: 'en',
            timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        });
    });

    it('asks the server nothing while the form is not filled in', async () => {
        const user = show(<RegisterPage />);
        await user.click(screen.getByRole('button', { name: 'Create account' }));
        expect(await screen.findAllByText('Please fill this in.')).toHaveLength(2);
        expect(screen.getByText('At least 12 characters.')).toBeTruthy();
    });
});

describe('signing in', () => {
    async function signIn(user: ReturnType<typeof userEvent.setup>) {
        await user.type(screen.getByLabelText('E-mail'), 'maria@example.org');
        await user.type(screen.getByLabelText('Password'), 'some password');
        await user.click(screen.getByRole('button', { name: 'Sign in' }));
    }

    it.each([
        [401, 'INVALID_CREDENTIALS', {}, 'E-mail or password is not right.'],
        [403, 'EMAIL_NOT_VERIFIED', {}, /not confirmed yet/],
        [429, 'RATE_LIMIT', { 'Retry-After': '37' }, 'Too many tries. Try again in 37 seconds.'],
    ])('explains %i %s', async (status, code, headers, text) => {
        session.end('signedOut');
        server.use(http.post('/api/auth/login', () => problem(status, code, {}, headers)));
        await signIn(show(<SignInPage />));
        expect((await screen.findByRole('alert')).textContent).toMatch(text);
    });

    it('asks for the second factor when it is due', async () => {
        session.end('signedOut');
        server.use(http.post('/api/auth/login', () => problem(401, 'TOTP_REQUIRED')));
        await signIn(show(<SignInPage />));
        expect(await screen.findByLabelText('Code of your authenticator app')).toBeTruthy();
    });

    it('leads on only to pages of this client', () => {
        expect(nextAddress('/book/confirm?doctor=1')).toBe('/book/confirm?doctor=1');
        for (const foreign of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', null]) {
            expect(nextAddress(foreign)).toBe('/visits');
        }
    });
});

describe('the link of the mail', () => {
    it('verifies on a press, not on arrival', async () => {
        let tokens: unknown[] = [];
        server.use(
            http.post('/api/auth/verify-email', async ({ request }) => {
                tokens = [...tokens, await request.json()];
                return new HttpResponse(null, { status: 204 });
            }),
        );
        const user = show(<VerifyEmailPage />, '/?token=abc.def');
        expect(tokens).toEqual([]);
        await user.click(screen.getByRole('button', { name: 'Confirm my address' }));
        expect(await screen.findByText('Your address is confirmed')).toBeTruthy();
        expect(document.activeElement).toBe(screen.getByText('Your address is confirmed').closest('[tabindex]'));
        expect(tokens).toEqual([{ token: 'abc.def' }]);
    });

    it('says when it no longer works', async () => {
        server.use(
            http.post('/api/auth/verify-email', () =>
                problem(422, 'VALIDATION_ERROR', { errors: [{ field: 'token', code: 'INVALID_TOKEN', message: 'x' }] }),
            ),
        );
        const user = show(<VerifyEmailPage />, '/?token=old');
        await user.click(screen.getByRole('button', { name: 'Confirm my address' }));
        expect((await screen.findByRole('alert')).textContent).toContain('used up or too old');
        expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in');
    });
});
