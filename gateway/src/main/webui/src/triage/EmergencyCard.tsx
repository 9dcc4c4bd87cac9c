import { Phone, Siren } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Triage } from '../api/contract';
import { emergencyNumber } from './emergencyNumber';
import { RedFlags } from './RedFlags';
import styles from './TriageResult.module.css';

/** For both emergency levels: what to do now and whom to call. Booking is not offered here. */
export function EmergencyCard({ triage }: { triage: Triage }) {
    const { t } = useTranslation();
    const number = emergencyNumber();
    const now = triage.level === 'emergency_now';
    return (
        <section className={styles.emergency} role="alert">
            <div className={styles.level}>
                <Siren size={34} aria-hidden="true" />
                <h2>{t(now ? 'triage.level.emergency_now' : 'triage.level.emergency')}</h2>
            </div>
            {triage.advice !== null && triage.advice !== undefined && <p className={styles.advice}>{triage.advice}</p>}
            <a className={styles.call} href={`tel:${number}`}>
                <Phone size={22} aria-hidden="true" />
                {t('triage.call', { number })}
            </a>
            <RedFlags triage={triage} />
            <p className={styles.fine}>{t('triage.otherCountry')}</p>
        </section>
    );
}
