import { useTranslation } from 'react-i18next';
import { confirmAddress } from '../app/addresses';
import type { Slot } from '../api/contract';
import { Problem } from '../api/problem';
import { useLocale } from '../i18n/useLocale';
import { shortDayOf, timeOf, zoneName } from '../time/time';
import { ButtonLink } from '../ui/Button';
import styles from './ConfirmPage.module.css';

/** The next free times that the server names when the wanted one is taken. */
export function Alternatives({ error, specialty }: { error: unknown; specialty: string }) {
    const { t } = useTranslation();
    const language = useLocale();
    const slots = error instanceof Problem && Array.isArray(error.body['alternatives']) ? (error.body['alternatives'] as Slot[]) : [];
    if (slots.length === 0) return null;
    return (
        <div className={styles.options} role="group" aria-label={t('confirm.alternatives')}>
            <h3>{t('confirm.alternatives')}</h3>
            {slots.map((slot) => (
                <ButtonLink key={slot.start + slot.doctorId} to={confirmAddress(slot, specialty)} look="secondary">
                    {shortDayOf(slot.start, slot.timeZone, language)}, {timeOf(slot.start, slot.timeZone, language)} ·{' '}
                    {zoneName(slot.start, slot.timeZone, language)}
                </ButtonLink>
            ))}
        </div>
    );
}
