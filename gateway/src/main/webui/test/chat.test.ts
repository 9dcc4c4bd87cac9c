import { describe, expect, it } from 'vitest';
import { wordsAt } from '../src/assistant/wordsAt';
import { ask, type ReplyEvent } from '../src/assistant/conversation';
import { chat, type Entry } from '../src/assistant/useChat';
import { http, HttpResponse, server } from './server';

const MESSAGES = '/api/assistant/conversations/c1/messages';

async function answer(): Promise<ReplyEvent[]> {
    const events: ReplyEvent[] = [];
    for await (const event of ask('c1', 'I have a fever', new AbortController().signal)) events.push(event);
    return events;
}

function stream(...lines: string[]) {
    return new HttpResponse(lines.join('\n'), { headers: { 'Content-Type': 'text/event-stream;charset=UTF-8' } });
}

describe('an answer', () => {
    it('comes as a stream and ends with done', async () => {
        server.use(
            http.post(MESSAGES, () =>
                stream('event: token', 'data: {"text":"Hello"}', '', 'event: later-invention', 'data: {}', '', 'event: message', 'data: {"id":"m1","text":"Hello","engine":"guided"}', '', 'event: done', 'data: {}', '', ''),
            ),
        );
        expect(await answer()).toEqual([
            { kind: 'token', text: 'Hello' },
            { kind: 'message', id: 'm1', text: 'Hello', engine: 'guided' },
            { kind: 'done' },
        ]);
    });

    it('comes all at once from a server that cannot stream', async () => {
        const proposal = { id: 'p1', kind: 'book', summary: 'Dr. Becker', expiresAt: '2026-11-24T10:00:00Z' };
        server.use(
            http.post(MESSAGES, () =>
                HttpResponse.json({ message: { id: 'm1', text: 'Shall I?', engine: 'guided' }, triage: { level: 'routine' }, proposals: [proposal] }),
            ),
        );
        expect((await answer()).map(({ kind }) => kind)).toEqual(['triage', 'proposal', 'message', 'done']);
    });

    it('that is cut off is a failure, not an end', async () => {
        server.use(http.post(MESSAGES, () => stream('event: token', 'data: {"text":"Hel"}', '', '')));
        await expect(answer()).rejects.toMatchObject({ code: 'STREAM_CUT' });
    });
});

describe('the conversation', () => {
    const proposal = { id: 'p1', kind: 'book', summary: 'Dr. Becker', expiresAt: '2026-11-24T10:00:00Z' };

    function play(...events: ReplyEvent[]) {
        const asked = chat({ entries: [], busy: false }, { kind: 'sent', key: 'k', text: 'I have a fever' });
        return events.reduce((state, event) => chat(state, { kind: 'reply', key: 'k', event }), asked);
    }

    it('shows urgency, words and proposal in this order, however they come', () => {
        const kinds = (...events: ReplyEvent[]) => play(...events).entries.map(({ kind }) => kind);
        const token: ReplyEvent = { kind: 'token', text: 'See ' };
        const words: ReplyEvent = { kind: 'message', id: 'm', text: 'See a doctor', engine: 'guided' };
        const level: ReplyEvent = { kind: 'triage', triage: { level: 'within_24h' } };
        const offer: ReplyEvent = { kind: 'proposal', proposal };
        const wanted = ['person', 'triage', 'assistant', 'proposal'];
        expect(kinds(level, token, offer, words)).toEqual(wanted);
        expect(kinds(token, level, words, offer)).toEqual(wanted);
        expect(kinds(level, offer, words)).toEqual(wanted);
    });

    it('puts the finished message in the place of its pieces', () => {
        const state = play({ kind: 'token', text: 'Hel' }, { kind: 'token', text: 'lo' }, { kind: 'message', id: 'm', text: 'Hello', engine: 'guided' }, { kind: 'done' });
        expect(state.busy).toBe(false);
        expect(state.entries.slice(1)).toEqual([{ key: 'm', kind: 'assistant', text: 'Hello', engine: 'guided' }]);
    });

    it('drops a half sentence when the answer fails, and keeps what was asked', () => {
        const state = play({ kind: 'token', text: 'Take twice the' }, { kind: 'error', code: 'UNAVAILABLE' });
        expect(state.busy).toBe(false);
        expect(state.entries.map(({ kind }) => kind)).toEqual(['person', 'failure']);
    });
});

describe('the words of an answer', () => {
    const words = (level: 'routine' | 'emergency', text: string, streaming = false) =>
        wordsAt(
            [
                { key: 't', kind: 'triage', triage: { level, advice: 'See a doctor.' } },
                { key: 'w', kind: 'assistant', text, streaming },
            ] satisfies Entry[],
            1,
        );

    it('leave out the advice that the card before them shows', () => {
        expect(words('routine', 'See a doctor. These times are free:')).toBe('These times are free:');
        expect(words('routine', 'See a doctor.')).toBe('');
        expect(words('routine', 'Is it bad?')).toBe('Is it bad?');
    });

    it('do not appear and go again while they come', () => {
        expect(words('routine', 'See a', true)).toBe('');
        expect(words('routine', 'See a')).toBe('See a');
        expect(words('routine', 'See a cat', true)).toBe('See a cat');
    });

    it('say an emergency twice', () => {
        expect(words('emergency', 'See a doctor. Call 112.')).toBe('See a doctor. Call 112.');
    });

    it('stand alone without a card', () => {
        expect(wordsAt([{ key: 'w', kind: 'assistant', text: 'Hello' }], 0)).toBe('Hello');
    });
});
