import { useTranslation } from 'react-i18next';

/** The text of a field's error code: ours from the schema, or the server's; unknown codes say that the value is not right. */
export function useFieldText(): (error: { message?: string | undefined } | undefined) => string | undefined {
    const { t, i18n } = useTranslation();
    return (error) => {
        if (error === undefined) return undefined;
        const key = `fieldError.${error.message ?? 'INVALID'}`;
        return i18n.exists(key) ? t(key) : t('fieldError.INVALID');
    };
}
