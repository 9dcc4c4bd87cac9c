import { useTranslation } from 'react-i18next';
import type { Triage } from '../api/contract';
import styles from './TriageResult.module.css';

/** Why the level is what it is, each reason with its published source. */
export function RedFlags({ triage }: { triage: Triage }) {
    const { t } = useTranslation();
    const flags = triage.redFlags ?? [];
    if (flags.length === 0) return null;
    return (
        <div>
            <h3>{t('triage.because')}</h3>
            <ul className={styles.flags}>
                {flags.map(({ id, label, source }) => (
                    <li key={id}>
                        {label}
                        {source?.startsWith('https://') === true && (
                            <>
                                {' '}
                                <a className={styles.source} href={source} target="_blank" rel="noreferrer">
                                    {t('triage.source', { host: new URL(source).hostname.replace(/^www\./, '') })}
                                </a>
                            </>
                        )}
                    </li>
                ))}
            </ul>
        </div>
    );
}
