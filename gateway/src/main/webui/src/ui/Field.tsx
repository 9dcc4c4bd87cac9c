import { CircleAlert, Eye, EyeOff } from 'lucide-react';
import { useId, useState, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './Field.module.css';

interface Frame {
    label: string;
    hint?: ReactNode;
    /** A text already in the person's language. */
    error?: string | undefined;
    optional?: boolean;
}

interface Wiring {
    id: string;
    'aria-invalid': boolean;
    'aria-describedby': string | undefined;
    className: string | undefined;
}

/** Label, hint and error of one control, wired together for screen readers. */
function Framed({ label, hint, error, optional, children }: Frame & { children: (wiring: Wiring) => ReactNode }) {
    const id = useId();
    const { t } = useTranslation();
    const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
    return (
        <div className={styles.field}>
            <label className={styles.label} htmlFor={id}>
                {label}
                {optional === true && <span className={styles.optional}> {t('form.optional')}</span>}
            </label>
            {hint !== undefined && (
                <span className={styles.hint} id={`${id}-hint`}>
                    {hint}
                </span>
            )}
            {children({
                id,
                'aria-invalid': error !== undefined,
                'aria-describedby': described === '' ? undefined : described,
                className: styles.control,
            })}
            {error !== undefined && (
                <span className={styles.error} id={`${id}-error`}>
                    <CircleAlert size={15} aria-hidden="true" />
                    {error}
                </span>
            )}
        </div>
    );
}

export function TextField({ label, hint, error, optional, ...input }: Frame & InputHTMLAttributes<HTMLInputElement>) {
    return (
        <Framed label={label} hint={hint} error={error} optional={optional ?? false}>
            {(wiring) => <input {...input} {...wiring} />}
        </Framed>
    );
}

export function TextArea({ label, hint, error, optional, ...area }: Frame & TextareaHTMLAttributes<HTMLTextAreaElement>) {
    return (
        <Framed label={label} hint={hint} error={error} optional={optional ?? false}>
            {(wiring) => <textarea {...area} {...wiring} />}
        </Framed>
    );
}

export function SelectField({ label, hint, error, optional, children, ...select }: Frame & SelectHTMLAttributes<HTMLSelectElement>) {
    return (
        <Framed label={label} hint={hint} error={error} optional={optional ?? false}>
            {(wiring) => (
                <select {...select} {...wiring}>
                    {children}
                </select>
            )}
        </Framed>
    );
}

export function PasswordField({ label, hint, error, ...input }: Frame & InputHTMLAttributes<HTMLInputElement>) {
    const { t } = useTranslation();
    const [shown, show] = useState(false);
    return (
        <Framed label={label} hint={hint} error={error}>
            {(wiring) => (
                <div className={styles.secret}>
                    <input {...input} {...wiring} type={shown ? 'text' : 'password'} />
                    <button
                        type="button"
                        className={styles.reveal}
                        aria-pressed={shown}
                        aria-label={t('form.showSecret')}
                        onClick={() => show(!shown)}
                    >
                        {shown ? <EyeOff size={20} aria-hidden="true" /> : <Eye size={20} aria-hidden="true" />}
                    </button>
                </div>
            )}
        </Framed>
    );
}
