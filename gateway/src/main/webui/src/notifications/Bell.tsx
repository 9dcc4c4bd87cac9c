import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../app/Layout.module.css';
import { useLocale } from '../i18n/useLocale';
import { inboxQuery } from './inbox';

/** How many messages are unread. When they cannot be asked for, the bell stays silent and the page says why. */
export function Bell() {
    const { t } = useTranslation();
    const inbox = useQuery(inboxQuery(useLocale()));
    const unread = inbox.data?.items.filter(({ readAt }) => readAt === null).length ?? 0;
    return (
        <Link to="/notifications" className={styles.icon} aria-label={t('inbox.bell', { count: unread })}>
            <BellIcon size={22} aria-hidden="true" />
            {unread > 0 && (
                <span className={styles.count} aria-hidden="true">
                    {unread > 9 ? '9+' : unread}
                </span>
            )}
        </Link>
    );
}
