import { describe, expect, it } from 'vitest';
import { EventStreamParser, eventsOf, type StreamEvent } from '../src/api/event-stream';

function parse(...pieces: string[]): StreamEvent[] {
    const parser = new EventStreamParser();
    return pieces.flatMap((piece) => parser.push(piece));
}

describe('an event stream', () => {
    it('gives name and data of each event', () => {
        expect(parse('event: token\ndata: {"text":"Hi"}\n\nevent: done\ndata: {}\n\n')).toEqual([
            { event: 'token', data: '{"text":"Hi"}' },
            { event: 'done', data: '{}' },
        ]);
    });

    it('reads the same whatever the pieces', () => {
        const text = 'event: token\r\ndata: one\r\ndata: two\r\n\r\n: comment\r\nid: 7\r\ndata:three\r\n\r\n';
        const whole = parse(text);
        expect(whole).toEqual([
            { event: 'token', data: 'one\ntwo' },
            { event: 'message', data: 'three' },
        ]);
        for (let size = 1; size < text.length; size++) {
            const pieces = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
            expect(parse(...pieces)).toEqual(whole);
        }
    });

    it.each(['\n', '\r', '\r\n'])('takes %j as the end of a line', (end) => {
        expect(parse(`data: a${end}${end}data: b${end}${end}x`)).toEqual([
            { event: 'message', data: 'a' },
            { event: 'message', data: 'b' },
        ]);
    });

    it('takes away one space only, and no colon means an empty value', () => {
        expect(parse('data:  two spaces\n\ndata\n\n')).toEqual([
            { event: 'message', data: ' two spaces' },
            { event: 'message', data: '' },
        ]);
    });

    it('passes over comments, heartbeats and unknown fields', () => {
        expect(parse(': keep-alive\n\nretry: 10\n\nnonsense: 1\n\n')).toEqual([]);
    });

    it('forgets the name of an event without data', () => {
        expect(parse('event: token\n\ndata: x\n\n')).toEqual([{ event: 'message', data: 'x' }]);
    });

    it('drops what no blank line ended', () => {
        expect(parse('data: half')).toEqual([]);
    });

    it('leaves out a byte order mark', () => {
        expect(parse('\uFEFFdata: x\n\n')).toEqual([{ event: 'message', data: 'x' }]);
    });

    it('keeps letters whole that the network cut in two', async () => {
        const bytes = new TextEncoder().encode('data: दर्द 🫀 ألم\n\n');
        const body = new ReadableStream<Uint8Array>({
            start(controller) {
                for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
                controller.close();
            },
        });
        const events: StreamEvent[] = [];
        for await (const event of eventsOf(body)) events.push(event);
        expect(events).toEqual([{ event: 'message', data: 'दर्द 🫀 ألم' }]);
    });
});
