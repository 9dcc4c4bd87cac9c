import { CalendarCheck, CalendarDays, House, MessageCircleHeart, Search } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, useLocation } from 'react-router';
import { Bell } from '../notifications/Bell';
import { isStaff, useSession } from '../session/useSession';
import { emergencyNumber } from '../triage/emergencyNumber';
import { ButtonLink } from '../ui/Button';
import { visitsTitle } from '../visits/visitQueries';
import { ErrorBoundary } from './ErrorBoundary';
import styles from './Layout.module.css';
import { LookMenu } from './LookMenu';
import { Logo } from './Logo';
import { ProfileMenu } from './ProfileMenu';

export function Layout({ children }: { children: ReactNode }) {
    const { t } = useTranslation();
    const session = useSession();
    const { pathname } = useLocation();
    return (
        <div className={styles.shell}>
            <a className={styles.skip} href="#main">
                {t('nav.skip')}
            </a>
            <header className={styles.header}>
                <div className={styles.bar}>
                    <Link to="/" className={styles.brand}>
                        <Logo />
                        Smart Doctor
                    </Link>
                    <Sections className={styles.nav} />
                    {session.phase === 'signedIn' && <Bell key={pathname} />}
                    <LookMenu key={`look${pathname}`} />
                    {session.phase === 'signedIn' && <ProfileMenu key={`profile${pathname}`} user={session.user} />}
                    {session.phase === 'anonymous' && pathname !== '/sign-in' && (
                        <ButtonLink to="/sign-in" look="secondary">
                            {t('nav.signIn')}
                        </ButtonLink>
                    )}
                </div>
            </header>
            <main id="main" className={styles.main} tabIndex={-1}>
                <ErrorBoundary resetKey={pathname}>{children}</ErrorBoundary>
            </main>
            <footer className={styles.footer}>
                <div className={styles.footerRow}>
                    <span>{t('footer.emergency', { number: emergencyNumber() })}</span>
                    <span>{t('footer.notice')}</span>
                </div>
            </footer>
            <Sections className={styles.tabs} icons />
        </div>
    );
}

/** The same places twice: beside the name on a wide screen, at the thumb on a narrow one. CSS shows one of them. */
function Sections({ className, icons = false }: { className: string | undefined; icons?: boolean }) {
    const { t } = useTranslation();
    const session = useSession();
    const visits = t(session.phase === 'signedIn' && isStaff(session.user) ? visitsTitle(session.user) : 'nav.visits');
    const staff = session.phase === 'signedIn' && isStaff(session.user);
    const places = [
        ...(icons ? [{ to: '/', label: t('nav.home'), Icon: House }] : []),
        { to: '/book', label: t('nav.book'), Icon: Search },
        { to: '/assistant', label: t('nav.assistant'), Icon: MessageCircleHeart },
        { to: '/visits', label: visits, Icon: CalendarCheck },
        ...(staff ? [{ to: '/day', label: t('nav.day'), Icon: CalendarDays }] : []),
    ];
    return (
        <nav className={className} aria-label={t('nav.label')}>
            {places.map(({ to, label, Icon }) => (
                <NavLink key={to} to={to} end={to === '/'}>
                    {icons && <Icon size={22} aria-hidden="true" />}
                    {label}
                </NavLink>
            ))}
        </nav>
    );
}
