import { useQuery } from '@tanstack/react-query';
import { CalendarHeart } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Visit } from '../api/contract';
import { useSpecialtyName } from '../booking/useSpecialtyName';
import { useLocale } from '../i18n/useLocale';
import { isPatient, isStaff, useUser } from '../session/useSession';
import { dateOfLocal, dateParts, sameClock, shortDayOf, timeOf, timeRange, viewerZone, zoneName } from '../time/time';
import { ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { Empty, Failed, Loading, Stack } from '../ui/states';
import styles from './VisitCard.module.css';
import { isUpcoming, visitsQuery, visitsTitle } from './visitQueries';
import { VisitStatusBadge } from './VisitStatusBadge';

export default function VisitsPage() {
    const { t } = useTranslation();
    const [search] = useSearchParams();
    const range = search.get('show') === 'past' ? 'past' : 'upcoming';
    const visits = useQuery(visitsQuery(range));
    const user = useUser();
    const title = t(visitsTitle(user));
    const now = visits.dataUpdatedAt;
    const shown = (visits.data ?? [])
        .filter((visit) => isUpcoming(visit, now) === (range === 'upcoming'))
        .sort((a, b) => (Date.parse(a.start) - Date.parse(b.start)) * (range === 'past' ? -1 : 1));
    return (
        <Page title={title}>
            <nav className={styles.tabs} aria-label={title}>
                <Link to="/visits" aria-current={range === 'upcoming' ? 'page' : undefined}>
                    {t('visits.upcoming')}
                </Link>
                <Link to="/visits?show=past" aria-current={range === 'past' ? 'page' : undefined}>
                    {t('visits.past')}
                </Link>
            </nav>
            {visits.isPending && <Loading />}
            {visits.isError && <Failed error={visits.error} onRetry={() => void visits.refetch()} />}
            {visits.isSuccess && shown.length === 0 && (
                <Empty icon={<CalendarHeart size={26} />} title={t(range === 'past' ? 'visits.nonePast' : 'visits.none')}>
                    {isPatient(user) && <ButtonLink to="/book">{t('nav.book')}</ButtonLink>}
                </Empty>
            )}
            <Stack>
                {shown.map((visit) => (
                    <VisitCard key={visit.id} visit={visit} muted={range === 'past'} named={isStaff(user)} />
                ))}
            </Stack>
        </Page>
    );
}

/** `named`: with the patient's name, where the visits are not only one's own. */
function VisitCard({ visit, muted, named }: { visit: Visit; muted: boolean; named: boolean }) {
    const { t } = useTranslation();
    const language = useLocale();
    const nameOf = useSpecialtyName();
    const leaf = dateParts(dateOfLocal(visit.start), language);
    const own = viewerZone();
    return (
        <article className={styles.card} aria-label={`${visit.doctor.name}, ${leaf.full}`}>
            <div className={`${styles.leaf} ${muted ? styles.muted : ''}`} aria-hidden="true">
                <span>{leaf.weekday}</span>
                <strong>{leaf.day}</strong>
                <span>{leaf.month}</span>
            </div>
            <div className={styles.facts}>
                <div className={styles.line}>
                    <Link to={`/visits/${visit.id}`} dir="auto">
                        {visit.doctor.name}
                    </Link>
                    <VisitStatusBadge status={visit.status} />
                </div>
                {named && (
                    <span>
                        <bdi>{visit.patient.name}</bdi>
                    </span>
                )}
                <span className="soft">
                    {nameOf(visit.doctor.specialty)} · <bdi>{visit.location.name}</bdi>
                </span>
                <span>
                    {timeRange(visit.start, visit.end, visit.timeZone, language)}{' '}
                    <span className="soft">{zoneName(visit.start, visit.timeZone, language)}</span>
                </span>
                {!sameClock(visit.start, visit.timeZone, own) && (
                    <span className="soft">
                        {t('time.yours', { day: shortDayOf(visit.start, own, language), time: timeOf(visit.start, own, language) })}
                    </span>
                )}
            </div>
        </article>
    );
}
