import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './ui.module.css';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const ICONS = { info: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleAlert };

/** A notice. What went wrong is announced at once, everything else when the reader pauses. */
export function Alert({ tone, title, children }: { tone: Tone; title?: string; children?: ReactNode }) {
    const Icon = ICONS[tone];
    return (
        <div className={`${styles.alert} ${styles[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
            <Icon size={20} aria-hidden="true" />
            <div className={styles.alertBody}>
                {title !== undefined && <p className={styles.alertTitle}>{title}</p>}
                {children}
            </div>
        </div>
    );
}

export function Badge({ tone, children }: { tone: Tone | 'neutral'; children: ReactNode }) {
    return <span className={`${styles.badge} ${styles[tone]}`}>{children}</span>;
}
