import { http, HttpResponse, type JsonBodyType } from 'msw';
import { setupServer } from 'msw/node';

export const server = setupServer();
export { http, HttpResponse };

export const USER = {
    id: '11111111-1111-4111-8111-111111111111',
    email: 'maria@example.org',
    fullName: 'Maria Lindqvist',
    roles: ['patient'],
    locale: 'en',
    timeZone: 'Europe/Berlin',
};

export function signedIn(accessToken: string, expiresIn = 300, user = USER) {
    return HttpResponse.json({ accessToken, tokenType: 'Bearer', expiresIn, user });
}

export function problem(status: number, code: string, more: Record<string, JsonBodyType> = {}, headers: Record<string, string> = {}) {
    return HttpResponse.json(
        { title: code, status, code, ...more },
        { status, headers: { 'Content-Type': 'application/problem+json', ...headers } },
    );
}
