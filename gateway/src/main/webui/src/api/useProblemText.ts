import { useTranslation } from 'react-i18next';
import { Problem } from './problem';

/** Says in the person's language what a failed call means; never shows the server's own wording. */
export function useProblemText(): (error: unknown) => string {
    const { t, i18n } = useTranslation();
    return (error) => {
        if (!(error instanceof Problem)) return t('problem.UNKNOWN');
        const text = t(keyOf(error, (key) => i18n.exists(key)));
        if (error.retryAfter !== undefined && error.retryAfter > 0) {
            return `${text} ${t('problem.waitSeconds', { count: Math.ceil(error.retryAfter / 1000) })}`;
        }
        return error.status >= 500 && error.traceId !== undefined ? `${text} ${t('problem.trace', { id: error.traceId })}` : text;
    };
}

/** A refused field that no form shows, as the token of a link, speaks for the whole. */
function keyOf({ code, errors }: Problem, exists: (key: string) => boolean): string {
    const refusals = errors.flatMap((refusal) => [`problem.${refusal.code}`, `fieldError.${refusal.code}`]);
    const candidates = code === 'VALIDATION_ERROR' ? [...refusals, `problem.${code}`] : [`problem.${code}`];
    return candidates.find(exists) ?? 'problem.UNKNOWN';
}
