import { CalendarClock, Clock, Leaf } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Triage } from '../api/contract';
import { ButtonLink } from '../ui/Button';
import { Row } from '../ui/states';
import { useSpecialtyName } from '../booking/useSpecialtyName';
import { EmergencyCard } from './EmergencyCard';
import { RedFlags } from './RedFlags';
import styles from './TriageResult.module.css';

const ICONS = { within_24h: Clock, routine: CalendarClock, self_care: Leaf };

/** How urgent it is, why, and the way on that the level allows. */
export function TriageResult({ triage, booking = true }: { triage: Triage; booking?: boolean }) {
    const { t } = useTranslation();
    const nameOf = useSpecialtyName();
    if (triage.level === 'emergency_now' || triage.level === 'emergency') return <EmergencyCard triage={triage} />;
    const Icon = ICONS[triage.level];
    const specialty = triage.specialty ?? 'general_practice';
    return (
        <section className={`${styles.result} ${styles[triage.level]}`} aria-label={t('triage.result')}>
            <div className={styles.level}>
                <Icon size={28} aria-hidden="true" />
                <h2>{t(`triage.level.${triage.level}`)}</h2>
            </div>
            {triage.advice !== null && triage.advice !== undefined && <p className={styles.advice}>{triage.advice}</p>}
            <RedFlags triage={triage} />
            {booking && (
                <Row>
                    <ButtonLink to={`/book/${specialty}`} look={triage.level === 'self_care' ? 'secondary' : 'primary'}>
                        {t(triage.level === 'self_care' ? 'triage.bookAnyway' : 'triage.book', { specialty: nameOf(specialty) })}
                    </ButtonLink>
                </Row>
            )}
        </section>
    );
}
