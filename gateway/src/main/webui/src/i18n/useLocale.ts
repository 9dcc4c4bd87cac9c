import { useTranslation } from 'react-i18next';
import type { Language } from './i18n';

/** The language now shown, for dates and lists. */
export function useLocale(): Language {
    return useTranslation().i18n.resolvedLanguage as Language;
}
