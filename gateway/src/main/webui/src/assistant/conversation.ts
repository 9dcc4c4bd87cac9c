import { queryOptions } from '@tanstack/react-query';
import type { AssistantReply, Proposal, Triage } from '../api/contract';
import { eventsOf } from '../api/event-stream';
import { call, open } from '../api/http';
import { wholeList } from '../api/lists';
import { Problem } from '../api/problem';

/** A message as the server keeps it. */
export interface StoredMessage {
    id: string;
    author: 'patient' | 'assistant';
    text: string;
    engine?: string;
    triage?: Triage;
    proposals?: Proposal[];
}

/** What an answer brings, in order, however it travels. */
export type ReplyEvent =
    | { kind: 'token'; text: string }
    | { kind: 'triage'; triage: Triage }
    | { kind: 'proposal'; proposal: Proposal }
    | { kind: 'message'; id: string; text: string; engine: string }
    | { kind: 'error'; code: string }
    | { kind: 'done' };

/** A stream ends with its token: it starts with one that has some life left. */
const STREAM_LIFETIME = 60_000;

export const startConversation = () =>
    call<{ id: string }>('/api/assistant/conversations', { method: 'POST' });

export function messagesQuery(id: string) {
    return queryOptions({
        queryKey: ['conversation', id],
        queryFn: ({ signal }) =>
            wholeList<StoredMessage>(`/api/assistant/conversations/${encodeURIComponent(id)}/messages`, { signal }),
        staleTime: Infinity,
    });
}

/** Sends one message and gives the answer's events as they come; a server that cannot stream answers all at once. */
export async function* ask(conversation: string, text: string, signal: AbortSignal): AsyncGenerator<ReplyEvent> {
    const response = await open(`/api/assistant/conversations/${encodeURIComponent(conversation)}/messages`, {
        method: 'POST',
        body: { text },
        accept: 'text/event-stream, application/json;q=0.5',
        signal,
        timeout: Infinity,
        tokenLifetime: STREAM_LIFETIME,
    });
    const streamed = (response.headers.get('Content-Type') ?? '').startsWith('text/event-stream');
    if (!streamed || response.body === null) {
        yield* eventsOfReply((await response.json()) as AssistantReply);
        return;
    }
    for await (const { event, data } of eventsOf(response.body)) {
        const reply = replyEvent(event, data);
        if (reply !== undefined) yield reply;
        if (reply?.kind === 'done') return;
    }
    // The stream ended before its last event: the token ran out, or the line broke.
    throw new Problem(0, { code: 'STREAM_CUT' });
}

function* eventsOfReply({ message, triage, proposals }: AssistantReply): Generator<ReplyEvent> {
    if (triage !== null && triage !== undefined) yield { kind: 'triage', triage };
    for (const proposal of proposals ?? []) yield { kind: 'proposal', proposal };
    yield { kind: 'message', ...message };
    yield { kind: 'done' };
}

/** Events that this client does not know are passed over, so that the server may learn new ones. */
export function replyEvent(event: string, data: string): ReplyEvent | undefined {
    const body = JSON.parse(data === '' ? '{}' : data) as unknown;
    switch (event) {
        case 'token':
            return { kind: 'token', text: (body as { text: string }).text };
        case 'triage':
            return { kind: 'triage', triage: body as Triage };
        case 'proposal':
            return { kind: 'proposal', proposal: body as Proposal };
        case 'message':
            return { kind: 'message', ...(body as { id: string; text: string; engine: string }) };
        case 'error':
            return { kind: 'error', code: (body as { code: string }).code };
        case 'done':
            return { kind: 'done' };
        default:
            return undefined;
    }
}
