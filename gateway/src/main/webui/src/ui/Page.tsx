import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { arrive } from './arrival';
import styles from './ui.module.css';

interface PageProps {
    title: string;
    intro?: ReactNode;
    width?: 'narrow' | 'text' | 'wide';
    back?: { to: string; label: string };
    children?: ReactNode;
}

const WIDTHS = { narrow: styles.pageNarrow, text: '', wide: styles.pageWide };

/** One screen: names the tab and, after a change of page, moves the focus to its heading so that it is read out. */
export function Page({ title, intro, width = 'text', back, children }: PageProps) {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        document.title = `${title} · Smart Doctor`;
    }, [title]);
    useEffect(() => {
        if (!arrive()) return;
        window.scrollTo(0, 0);
        heading.current?.focus({ preventScroll: true });
    }, []);
    return (
        <div className={`${styles.page} ${WIDTHS[width]}`}>
            <div className={styles.pageHead}>
                {back !== undefined && (
                    <Link to={back.to} className={styles.back}>
                        <ChevronLeft size={18} className={styles.flip} aria-hidden="true" />
                        {back.label}
                    </Link>
                )}
                <h1 ref={heading} tabIndex={-1}>
                    {title}
                </h1>
                {intro !== undefined && <p className="soft">{intro}</p>}
            </div>
            {children}
        </div>
    );
}
