import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../api/useProblemText';
import { Alert } from './Alert';
import { Button } from './Button';
import styles from './ui.module.css';

export function Loading({ lines = 3 }: { lines?: number }) {
    const { t } = useTranslation();
    return (
        <div className={styles.stack} role="status">
            <span className="visually-hidden">{t('state.loading')}</span>
            {Array.from({ length: lines }, (_, index) => (
                <div key={index} className={`${styles.skeleton} ${styles.block}`} aria-hidden="true" />
            ))}
        </div>
    );
}

/** What went wrong, in the person's words, and a way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
    const { t } = useTranslation();
    const text = useProblemText();
    return (
        <div className={styles.stack}>
            <Alert tone="bad">
                <p>{text(error)}</p>
            </Alert>
            {onRetry !== undefined && (
                <div>
                    <Button look="secondary" onClick={onRetry}>
                        {t('state.retry')}
                    </Button>
                </div>
            )}
        </div>
    );
}

export function Empty({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
    return (
        <div className={`${styles.card} ${styles.empty}`}>
            <span className={styles.emptyMark} aria-hidden="true">
                {icon}
            </span>
            <h2>{title}</h2>
            {children}
        </div>
    );
}

export function Card({ children, as: Tag = 'div', label }: { children: ReactNode; as?: 'div' | 'section' | 'article'; label?: string }) {
    return (
        <Tag className={`${styles.card} ${styles.stack}`} aria-label={label}>
            {children}
        </Tag>
    );
}

export function Row({ children }: { children: ReactNode }) {
    return <div className={styles.row}>{children}</div>;
}

export function Stack({ children }: { children: ReactNode }) {
    return <div className={styles.stack}>{children}</div>;
}
