import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './ui.module.css';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
    look?: Look;
    wide?: boolean;
    /** Shows a turning wheel and refuses clicks, without losing the focus as `disabled` would. */
    busy?: boolean;
    icon?: ReactNode;
}

function classes(look: Look, wide: boolean): string {
    return [styles.button, styles[look], wide ? styles.wide : ''].join(' ');
}

export function Button({ look = 'primary', wide = false, busy = false, icon, children, onClick, type = 'button', ...rest }: ButtonProps) {
    return (
        <button
            {...rest}
            type={busy ? 'button' : type}
            className={classes(look, wide)}
            aria-disabled={busy ? true : undefined}
            aria-busy={busy ? true : undefined}
            onClick={busy ? undefined : onClick}
        >
            {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
            {children}
        </button>
    );
}

interface ButtonLinkProps extends LinkProps {
    look?: Look;
    wide?: boolean;
    icon?: ReactNode;
}

export function ButtonLink({ look = 'primary', wide = false, icon, children, ...rest }: ButtonLinkProps) {
    return (
        <Link {...rest} className={classes(look, wide)}>
            {icon}
            {children}
        </Link>
    );
}
