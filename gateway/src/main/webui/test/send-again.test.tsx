import { screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import AssistantPage from '../src/assistant/AssistantPage';
import { showAt, signInAs } from './people';
import { http, HttpResponse, server } from './server';

const MESSAGES = '/api/assistant/conversations/c1/messages';

let posts: number;
let stored: { id: string; author: string; text: string; engine?: string }[];

beforeEach(async () => {
    posts = 0;
    stored = [];
    Element.prototype.scrollIntoView = vi.fn();
    server.use(
        http.post('/api/assistant/conversations', () => HttpResponse.json({ id: 'c1' }, { status: 201 })),
        http.get(MESSAGES, () => HttpResponse.json({ items: stored, page: 0, pageSize: 100, total: stored.length })),
    );
    await signInAs('patient');
});

async function sayInVain(arrives: boolean) {
    server.use(
        http.post(MESSAGES, () => {
            posts += 1;
            if (posts > 1) return HttpResponse.json({ message: { id: 'm9', text: 'Do you have a fever?', engine: 'guided' }, triage: null, proposals: [] });
            if (arrives) stored = [
                { id: 'm1', author: 'patient', text: 'My throat hurts' },
                { id: 'm2', author: 'assistant', text: 'Do you have a fever?', engine: 'guided' },
            ];
            return HttpResponse.error();
        }),
    );
    const user = showAt('/assistant', { '/assistant': <AssistantPage />, '/assistant/:id': <AssistantPage /> });
    await user.type(await screen.findByLabelText('Your message'), 'My throat hurts');
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await user.click(await screen.findByRole('button', { name: 'Send again' }));
    // The bubble, and the same words for those who listen.
    expect(await screen.findAllByText(/Do you have a fever/)).not.toHaveLength(0);
    expect(document.activeElement).toBe(screen.getByRole('log'));
}

it('what has arrived is not said again: its answer is shown', async () => {
    await sayInVain(true);
    expect(posts).toBe(1);
    expect(screen.getAllByText('My throat hurts')).toHaveLength(1);
});

it('what has not arrived is said again, and stands there once', async () => {
    await sayInVain(false);
    expect(posts).toBe(2);
    expect(screen.getAllByText('My throat hurts')).toHaveLength(1);
});
