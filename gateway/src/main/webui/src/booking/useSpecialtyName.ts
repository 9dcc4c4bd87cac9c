import { useTranslation } from 'react-i18next';

/** A specialty's name in the person's language; a code newer than this client is shown readably. */
export function useSpecialtyName(): (code: string) => string {
    const { t, i18n } = useTranslation();
    return (code) => (i18n.exists(`specialty.${code}`) ? t(`specialty.${code}`) : code.replaceAll('_', ' '));
}
