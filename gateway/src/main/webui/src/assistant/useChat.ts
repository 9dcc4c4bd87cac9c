import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useReducer, useRef } from 'react';
import type { Proposal, Triage } from '../api/contract';
import { Problem } from '../api/problem';
import { ask, messagesQuery, startConversation, type ReplyEvent, type StoredMessage } from './conversation';

export type Entry =
    | { key: string; kind: 'person'; text: string }
    | { key: string; kind: 'assistant'; text: string; engine?: string; streaming?: boolean }
    | { key: string; kind: 'triage'; triage: Triage }
    | { key: string; kind: 'proposal'; proposal: Proposal }
    | { key: string; kind: 'failure'; error: Problem; unsent: string | undefined };

interface ChatState {
    entries: Entry[];
    busy: boolean;
}

type Action =
    | { kind: 'show'; entries: Entry[]; arrived?: boolean }
    | { kind: 'sent'; key: string; text: string; again?: boolean }
    | { kind: 'asking' }
    | { kind: 'reply'; key: string; event: ReplyEvent }
    | { kind: 'failed'; key: string; error: Problem; unsent: string | undefined };

/** Pure, so that every order of events can be tested: what the page shows after each of them. */
export function chat(state: ChatState, action: Action): ChatState {
    switch (action.kind) {
        case 'show':
            return state.busy && action.arrived !== true ? state : { entries: action.entries, busy: false };
        case 'sent': {
            const said = state.entries.filter(({ kind }) => kind !== 'failure');
            // What is said again already stands there.
            const kept = action.again === true && said.at(-1)?.kind === 'person' ? said.slice(0, -1) : said;
            return { entries: [...kept, { key: action.key, kind: 'person', text: action.text }], busy: true };
        }
        case 'asking':
            return { ...state, busy: true };
        case 'reply':
            return reply(state, action.key, action.event);
        case 'failed': {
            const entries = state.entries.filter((entry) => entry.kind !== 'failure' && !(entry.kind === 'assistant' && entry.streaming === true));
            return {
                entries: [...entries, { key: `${action.key}-failure`, kind: 'failure', error: action.error, unsent: action.unsent }],
                busy: false,
            };
        }
    }
}

/** An answer reads in one order, however its events come: how urgent, the words, what is proposed. */
function reply(state: ChatState, key: string, event: ReplyEvent): ChatState {
    const { entries } = state;
    const at = entries.findIndex((entry) => entry.kind === 'assistant' && entry.streaming === true);
    const streaming = entries[at];
    const put = (index: number, removed: number, entry: Entry): ChatState => ({ ...state, entries: entries.toSpliced(index, removed, entry) });
    const words = at >= 0 ? at : placeOfWords(entries);
    const replaced = at >= 0 ? 1 : 0;
    switch (event.kind) {
        case 'token': {
            const before = streaming?.kind === 'assistant' ? streaming.text : '';
            return put(words, replaced, { key: `${key}-words`, kind: 'assistant', text: before + event.text, streaming: true });
        }
        case 'message':
            return put(words, replaced, { key: event.id, kind: 'assistant', text: event.text, engine: event.engine });
        case 'triage':
            return put(words, 0, { key: `${key}-triage`, kind: 'triage', triage: event.triage });
        case 'proposal':
            return put(entries.length, 0, { key: event.proposal.id, kind: 'proposal', proposal: event.proposal });
        case 'error':
            return chat(state, { kind: 'failed', key, error: new Problem(0, { code: event.code }), unsent: undefined });
        case 'done':
            return streaming?.kind === 'assistant'
                ? { entries: entries.toSpliced(at, 1, { ...streaming, streaming: false }), busy: false }
                : { ...state, busy: false };
    }
}

/** Before the proposals that this answer has brought already. */
function placeOfWords(entries: readonly Entry[]): number {
    return entries.findLastIndex((entry) => entry.kind !== 'proposal') + 1;
}

/** One conversation: its entries, and the way to say something. `onStarted` learns the id of a new conversation. */
export function useChat(id: string | undefined, stored: Entry[] | undefined, onStarted: (id: string) => void) {
    const client = useQueryClient();
    const [state, dispatch] = useReducer(chat, { entries: [], busy: false });
    const conversation = useRef(id);
    const stop = useRef<AbortController>(undefined);
    useEffect(() => {
        if (stored !== undefined) dispatch({ kind: 'show', entries: stored });
    }, [stored]);
    useEffect(() => () => stop.current?.abort(), []);

    const say = async (text: string, again = false): Promise<void> => {
        const key = crypto.randomUUID();
        const controller = new AbortController();
        stop.current = controller;
        dispatch({ kind: 'sent', key, text, again });
        let answered = false;
        try {
            conversation.current ??= (await startConversation()).id;
            for await (const event of ask(conversation.current, text, controller.signal)) {
                answered = true;
                dispatch({ kind: 'reply', key, event });
            }
        } catch (error) {
            if (controller.signal.aborted) return;
            const problem = error instanceof Problem ? error : Problem.network();
            dispatch({ kind: 'failed', key, error: problem, unsent: answered ? undefined : text });
        }
        // The next time this conversation is opened, the server's record is read.
        if (conversation.current !== undefined) {
            void client.invalidateQueries({ queryKey: messagesQuery(conversation.current).queryKey, refetchType: 'none' });
            onStarted(conversation.current);
        }
    };
    /**
     * Says once more what got no answer, unless it has arrived and only the answer was lost: then that answer is shown. Said
     * twice, it would answer the next question, which nobody has seen.
     */
    const sayAgain = async (text: string): Promise<void> => {
        const said = state.entries.filter(({ kind }) => kind === 'person').length;
        if (conversation.current === undefined) return say(text, true);
        dispatch({ kind: 'asking' });
        try {
            const stored = await client.query({ ...messagesQuery(conversation.current), staleTime: 0 });
            const arrived = stored.filter(({ author }) => author === 'patient').length >= said;
            if (arrived) dispatch({ kind: 'show', entries: stored.flatMap(entriesOf), arrived });
            else await say(text, true);
        } catch (error) {
            const problem = error instanceof Problem ? error : Problem.network();
            dispatch({ kind: 'failed', key: crypto.randomUUID(), error: problem, unsent: text });
        }
    };
    return { ...state, say: (text: string) => say(text), sayAgain };
}

/** A stored message with what came with it, in the order in which an answer reads. */
export function entriesOf({ id, author, text, engine, triage, proposals }: StoredMessage): Entry[] {
    if (author === 'patient') return [{ key: id, kind: 'person', text }];
    const words: Entry = engine === undefined ? { key: id, kind: 'assistant', text } : { key: id, kind: 'assistant', text, engine };
    return [
        ...(triage === undefined ? [] : [{ key: `${id}-triage`, kind: 'triage' as const, triage }]),
        words,
        ...(proposals ?? []).map((proposal) => ({ key: proposal.id, kind: 'proposal' as const, proposal })),
    ];
}

