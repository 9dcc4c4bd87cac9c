import type { Triage } from '../api/contract';
import type { Entry } from './useChat';

/**
 * The words at this place without the advice that the card before them shows: an answer is whole without its card, so it begins with it.
 * An emergency is said twice.
 */
export function wordsAt(entries: readonly Entry[], place: number): string {
    const entry = entries[place];
    const before = entries[place - 1];
    if (entry?.kind !== 'assistant') return '';
    const shown = before?.kind === 'triage' ? shownAdvice(before.triage) : '';
    if (shown === '') return entry.text;
    if (entry.text.startsWith(shown)) return entry.text.slice(shown.length).trimStart();
    return entry.streaming === true && shown.startsWith(entry.text) ? '' : entry.text;
}

function shownAdvice({ level, advice }: Triage): string {
    return level === 'emergency_now' || level === 'emergency' ? '' : (advice ?? '');
}
