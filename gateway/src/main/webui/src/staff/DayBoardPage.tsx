import { useQuery } from '@tanstack/react-query';
import { CalendarHeart, ChevronLeft, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Visit } from '../api/contract';
import { useLocale } from '../i18n/useLocale';
import { useUser } from '../session/useSession';
import { addDays, dateParts, localDate, timeRange, zoneName } from '../time/time';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Page } from '../ui/Page';
import { Empty, Failed, Loading } from '../ui/states';
import ui from '../ui/ui.module.css';
import { VisitStatusBadge } from '../visits/VisitStatusBadge';
import styles from './DayBoard.module.css';
import { boardActions, dayQuery, useBoardAction } from './dayBoard';

export default function DayBoardPage() {
    const { t } = useTranslation();
    const language = useLocale();
    const user = useUser();
    const [search, setSearch] = useSearchParams();
    const asked = search.get('date') ?? '';
    const date = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : localDate(new Date(), user.timeZone);
    const visits = useQuery(dayQuery(date));
    const go = (to: string) => setSearch({ date: to }, { replace: true });
    return (
        <Page title={t('day.title')} intro={dateParts(date, language).full} width="wide">
            <div className={styles.bar}>
                <Button look="secondary" aria-label={t('day.before')} onClick={() => go(addDays(date, -1))}>
                    <ChevronLeft size={20} className={ui.flip} aria-hidden="true" />
                </Button>
                <TextField label={t('day.date')} type="date" value={date} onChange={(event) => event.target.value !== '' && go(event.target.value)} />
                <Button look="secondary" aria-label={t('day.after')} onClick={() => go(addDays(date, 1))}>
                    <ChevronRight size={20} className={ui.flip} aria-hidden="true" />
                </Button>
            </div>
            {visits.isPending && <Loading />}
            {visits.isError && <Failed error={visits.error} onRetry={() => void visits.refetch()} />}
            {visits.isSuccess && visits.data.length === 0 && <Empty icon={<CalendarHeart size={26} />} title={t('day.none')} />}
            {visits.isSuccess && visits.data.length > 0 && (
                <ul className={styles.board} aria-label={t('day.title')}>
                    {visits.data
                        .toSorted((a, b) => Date.parse(a.start) - Date.parse(b.start))
                        .map((visit) => (
                            <Line key={visit.id} visit={visit} />
                        ))}
                </ul>
            )}
        </Page>
    );
}

function Line({ visit }: { visit: Visit }) {
    const { t } = useTranslation();
    const language = useLocale();
    const change = useBoardAction(visit);
    const actions = boardActions(visit, new Date());
    return (
        <li className={styles.line}>
            <div className={styles.when}>
                <strong>{timeRange(visit.start, visit.end, visit.timeZone, language)}</strong>
                <span className="soft">{zoneName(visit.start, visit.timeZone, language)}</span>
            </div>
            <div className={styles.who}>
                <Link to={`/visits/${visit.id}`}>
                    <strong>
                        <bdi>{visit.patient.name}</bdi>
                    </strong>
                </Link>
                <span className="soft">
                    <bdi>{visit.doctor.name}</bdi> · <bdi>{visit.location.name}</bdi>
                </span>
                {visit.reason !== null && visit.reason !== undefined && <span dir="auto">{visit.reason}</span>}
                {change.isError && <Failed error={change.error} />}
            </div>
            <VisitStatusBadge status={visit.status} />
            <div className={styles.actions}>
                {actions.map((action) => (
                    <Button
                        key={action}
                        look="secondary"
                        busy={change.isPending && change.variables === action}
                        aria-label={t('day.actionFor', { action: t(`day.${action}`), patient: visit.patient.name })}
                        onClick={() => change.mutate(action)}
                    >
                        {t(`day.${action}`)}
                    </Button>
                ))}
            </div>
        </li>
    );
}
