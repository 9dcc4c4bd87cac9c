import { useEffect, useId, useRef, type ReactNode } from 'react';
import styles from './ui.module.css';

interface DialogProps {
    title: string;
    onClose: () => void;
    children: ReactNode;
    actions: ReactNode;
}

/** A modal question. The browser's own dialog keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ title, onClose, children, actions }: DialogProps) {
    const ref = useRef<HTMLDialogElement>(null);
    const id = useId();
    useEffect(() => {
        const dialog = ref.current;
        const opener = document.activeElement;
        dialog?.showModal();
        return () => {
            dialog?.close();
            if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
        };
    }, []);
    return (
        <dialog
            ref={ref}
            className={styles.dialog}
            aria-labelledby={id}
            onCancel={(event) => {
                event.preventDefault();
                onClose();
            }}
        >
            <div className={styles.stack}>
                <h2 id={id}>{title}</h2>
                {children}
                <div className={styles.dialogActions}>{actions}</div>
            </div>
        </dialog>
    );
}
