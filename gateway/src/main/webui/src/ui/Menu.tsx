import { Check } from 'lucide-react';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import styles from './Menu.module.css';

interface MenuProps {
    label: string;
    face: ReactNode;
    faceClass: string | undefined;
    children: ReactNode;
}

/** A button that opens a panel of links and choices. Escape, a click elsewhere or leaving by Tab closes it. */
export function Menu({ label, face, faceClass, children }: MenuProps) {
    const [open, setOpen] = useState(false);
    const wrap = useRef<HTMLDivElement>(null);
    const button = useRef<HTMLButtonElement>(null);
    const id = useId();
    useEffect(() => {
        if (!open) return;
        const elsewhere = (event: Event) => {
            if (event.target instanceof Node && wrap.current?.contains(event.target) === false) setOpen(false);
        };
        const escape = (event: KeyboardEvent) => {
            if (event.key !== 'Escape') return;
            setOpen(false);
            button.current?.focus();
        };
        document.addEventListener('pointerdown', elsewhere);
        document.addEventListener('focusin', elsewhere);
        document.addEventListener('keydown', escape);
        return () => {
            document.removeEventListener('pointerdown', elsewhere);
            document.removeEventListener('focusin', elsewhere);
            document.removeEventListener('keydown', escape);
        };
    }, [open]);
    return (
        <div className={styles.wrap} ref={wrap}>
            <button
                ref={button}
                type="button"
                className={faceClass}
                aria-label={label}
                aria-expanded={open}
                aria-controls={id}
                onClick={() => setOpen(!open)}
            >
                {face}
            </button>
            <div id={id} className={styles.panel} hidden={!open}>
                {children}
            </div>
        </div>
    );
}

export function MenuTitle({ children }: { children: ReactNode }) {
    return <p className={styles.title}>{children}</p>;
}

export function MenuRule() {
    return <hr className={styles.rule} />;
}

interface ChoiceProps {
    chosen: boolean;
    onChoose: () => void;
    lang?: string;
    children: ReactNode;
}

export function MenuChoice({ chosen, onChoose, lang, children }: ChoiceProps) {
    return (
        <button type="button" className={styles.item} aria-pressed={chosen} lang={lang} onClick={onChoose}>
            {children}
            {chosen && <Check size={18} className={styles.tick} aria-hidden="true" />}
        </button>
    );
}

export { styles as menuStyles };
