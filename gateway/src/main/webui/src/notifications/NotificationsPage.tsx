import { useQuery } from '@tanstack/react-query';
import { BellOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLocale } from '../i18n/useLocale';
import { momentOf } from '../time/time';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { Empty, Failed, Loading, Stack } from '../ui/states';
import { inboxQuery, useMarkRead, type InboxItem } from './inbox';
import styles from './Notifications.module.css';

export default function NotificationsPage() {
    const { t } = useTranslation();
    const inbox = useQuery(inboxQuery(useLocale()));
    return (
        <Page title={t('inbox.title')}>
            {inbox.isPending && <Loading />}
            {inbox.isError && <Failed error={inbox.error} onRetry={() => void inbox.refetch()} />}
            {inbox.isSuccess && inbox.data.items.length === 0 && <Empty icon={<BellOff size={26} />} title={t('inbox.none')} />}
            {inbox.isSuccess && inbox.data.items.length > 0 && (
                <ul className={styles.list}>
                    {inbox.data.items.map((item) => (
                        <Item key={item.id} item={item} />
                    ))}
                </ul>
            )}
        </Page>
    );
}

function Item({ item }: { item: InboxItem }) {
    const { t } = useTranslation();
    const language = useLocale();
    const markRead = useMarkRead();
    const read = item.readAt !== null;
    return (
        <li className={`${styles.item} ${read ? '' : styles.unread}`}>
            <Stack>
                <div>
                    <p className={styles.title}>
                        {item.title}
                        {!read && <span className="visually-hidden"> {t('inbox.unread')}</span>}
                    </p>
                    {item.text !== null && item.text !== undefined && <p>{item.text}</p>}
                    <time className="soft" dateTime={item.createdAt}>
                        {momentOf(item.createdAt, language)}
                    </time>
                </div>
                {markRead.isError && <Failed error={markRead.error} />}
            </Stack>
            <div className={styles.actions}>
                {item.appointmentId !== null && item.appointmentId !== undefined && (
                    <Link to={`/visits/${item.appointmentId}`} onClick={() => !read && markRead.mutate(item.id)}>
                        {t('inbox.open')}
                    </Link>
                )}
                {!read && (
                    <Button look="quiet" busy={markRead.isPending} onClick={() => markRead.mutate(item.id)}>
                        {t('inbox.markRead')}
                    </Button>
                )}
            </div>
        </li>
    );
}
