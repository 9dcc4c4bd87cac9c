/** One event of a `text/event-stream`. */
export interface StreamEvent {
    event: string;
    data: string;
}

/**
 * Reads a server-sent event stream piece by piece (WHATWG HTML, section 9.2). Pieces may end anywhere: inside a line,
 * between CR and LF. An event that no blank line has ended is never given out.
 */
export class EventStreamParser {
    #rest = '';
    #event = '';
    #data: string[] = [];
    #started = false;

    push(piece: string): StreamEvent[] {
        let text = this.#rest + piece;
        if (!this.#started && text !== '') {
            this.#started = true;
            if (text.startsWith('\uFEFF')) text = text.slice(1);
        }
        const events: StreamEvent[] = [];
        let from = 0;
        for (let at = 0; at < text.length; at++) {
            const sign = text[at];
            if (sign !== '\n' && sign !== '\r') continue;
            // A CR at the very end may be half of a CR LF: wait for the next piece.
            if (sign === '\r' && at === text.length - 1) break;
            const event = this.#line(text.slice(from, at));
            if (event !== undefined) events.push(event);
            if (sign === '\r' && text[at + 1] === '\n') at++;
            from = at + 1;
        }
        this.#rest = text.slice(from);
        return events;
    }

    #line(line: string): StreamEvent | undefined {
        if (line === '') return this.#dispatch();
        const colon = line.indexOf(':');
        if (colon === 0) return undefined;
        const field = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
        if (field === 'event') this.#event = value;
        else if (field === 'data') this.#data.push(value);
        return undefined;
    }

    #dispatch(): StreamEvent | undefined {
        const event = { event: this.#event === '' ? 'message' : this.#event, data: this.#data.join('\n') };
        const empty = this.#data.length === 0;
        this.#event = '';
        this.#data = [];
        return empty ? undefined : event;
    }
}

/** The events of a stream as they come. */
export async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
    const parser = new EventStreamParser();
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const reader = body.getReader();
    try {
        for (;;) {
            const { done, value } = await reader.read();
            if (done) return;
            yield* parser.push(decoder.decode(value, { stream: true }));
        }
    } finally {
        // A reader who leaves early ends the request. A broken stream would only tell again what `read` has thrown.
        reader.cancel().catch(() => undefined);
    }
}
