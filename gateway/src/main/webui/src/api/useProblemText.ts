import { useTranslation } from 'react-i18next';
import { Problem } from './problem';

/** Says in the person's language what a failed call means; never shows the server's own wording. */
export function useProblemText(): (error: unknown) => string {
    const { t, i18n } = useTranslation();
    return (error) => {
        if (!(error instanceof Problem)) return t('problem.UNKNOWN');
        const key = `problem.${error.code}`;
        const text = i18n.exists(key) ? t(key) : t('problem.UNKNOWN');
        if (error.retryAfter !== undefined && error.retryAfter > 0) {
            return `${text} ${t('problem.waitSeconds', { count: Math.ceil(error.retryAfter / 1000) })}`;
        }
        return error.status >= 500 && error.traceId !== undefined ? `${text} ${t('problem.trace', { id: error.traceId })}` : text;
    };
}
