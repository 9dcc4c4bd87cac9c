import { useQuery } from '@tanstack/react-query';
import { CalendarClock, CalendarPlus, CalendarX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { Visit } from '../api/contract';
import { useSpecialtyName } from '../booking/useSpecialtyName';
import { isolated } from '../i18n/isolated';
import { isPatient, useUser } from '../session/useSession';
import { Alert } from '../ui/Alert';
import { Avatar } from '../ui/Avatar';
import { Button, ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { Card, Failed, Loading, Row } from '../ui/states';
import { VisitTime } from '../ui/VisitTime';
import confirm from '../booking/ConfirmPage.module.css';
import { CancelDialog } from './CancelDialog';
import { useCalendarFile } from './useCalendarFile';
import { visitQuery, visitsTitle } from './visitQueries';
import { VisitStatusBadge } from './VisitStatusBadge';

const NEWS = ['booked', 'moved', 'cancelled'] as const;

export default function VisitPage() {
    const { id = '' } = useParams();
    return <OneVisit key={id} id={id} />;
}

function OneVisit({ id }: { id: string }) {
    const { t } = useTranslation();
    const [search, setSearch] = useSearchParams();
    const visit = useQuery(visitQuery(id));
    const [told, setTold] = useState(search.get('new'));
    useEffect(() => {
        // News is told once: whoever comes back to this address finds the visit as it is.
        if (search.has('new')) setSearch({}, { replace: true });
    }, [search, setSearch]);
    const news = newsOf(told, visit.data?.status);
    const user = useUser();
    const title = t(`${isPatient(user) ? 'visit' : 'visit.staff'}.${news ?? 'title'}`);
    return (
        <Page key={news ?? 'visit'} title={title} back={{ to: '/visits', label: t(visitsTitle(user)) }}>
            {visit.isPending && <Loading lines={2} />}
            {visit.isError && <Failed error={visit.error} onRetry={() => void visit.refetch()} />}
            {visit.isSuccess && news === 'booked' && <BookedNotice status={visit.data.status} />}
            {visit.isSuccess && <Details visit={visit.data} onCancelled={() => setTold('cancelled')} />}
        </Page>
    );
}

/** What has just happened, as long as it is still so. */
function newsOf(name: string | null, status: Visit['status'] | undefined): (typeof NEWS)[number] | undefined {
    const news = NEWS.find((known) => known === name);
    const stands = status === undefined || (news === 'cancelled' ? status === 'cancelled' : status === 'booked' || status === 'pending');
    return stands ? news : undefined;
}

function BookedNotice({ status }: { status: Visit['status'] }) {
    const { t } = useTranslation();
    const { email } = useUser();
    return <Alert tone="good">{<p>{t(status === 'pending' ? 'visit.pendingText' : 'visit.bookedText', { email })}</p>}</Alert>;
}

function Details({ visit, onCancelled }: { visit: Visit; onCancelled: () => void }) {
    const { t } = useTranslation();
    const nameOf = useSpecialtyName();
    const [cancelling, setCancelling] = useState(false);
    const calendar = useCalendarFile(visit.id);
    const may = (action: string) => visit.allowedActions.includes(action);
    const user = useUser();
    const standing = visit.status === 'booked' || visit.status === 'pending';
    return (
        <Card>
            <div className={confirm.summary}>
                <Avatar name={visit.doctor.name} />
                <div className={confirm.facts}>
                    <Row>
                        <h2>
                            <bdi>{visit.doctor.name}</bdi>
                        </h2>
                        <VisitStatusBadge status={visit.status} />
                    </Row>
                    <p className="soft">{nameOf(visit.doctor.specialty)}</p>
                    <VisitTime start={visit.start} end={visit.end} timeZone={visit.timeZone} />
                    <p>
                        <bdi>{visit.location.name}</bdi>
                    </p>
                    <p className="soft">{t('visit.for', { patient: isolated(visit.patient.name) })}</p>
                    {visit.reason !== null && visit.reason !== undefined && visit.reason !== '' && (
                        <p>
                            <strong>{t('visit.reason')}</strong> <bdi>{visit.reason}</bdi>
                        </p>
                    )}
                </div>
            </div>
            {calendar.isError && <Failed error={calendar.error} />}
            <Row>
                {standing && (
                    <Button look="secondary" icon={<CalendarPlus size={18} aria-hidden="true" />} busy={calendar.isPending} onClick={() => calendar.mutate()}>
                        {t('visit.calendar')}
                    </Button>
                )}
                {may('reschedule') && (
                    <ButtonLink look="secondary" to={`/visits/${visit.id}/reschedule`} icon={<CalendarClock size={18} aria-hidden="true" />}>
                        {t('visit.reschedule')}
                    </ButtonLink>
                )}
                {may('cancel') && (
                    <Button look="quiet" icon={<CalendarX size={18} aria-hidden="true" />} onClick={() => setCancelling(true)}>
                        {t('visit.cancel')}
                    </Button>
                )}
            </Row>
            {standing && !may('cancel') && isPatient(user) && <p className="soft">{t('visit.tooLate')}</p>}
            {cancelling && (
                <CancelDialog
                    visit={visit}
                    onClose={() => setCancelling(false)}
                    onDone={() => {
                        setCancelling(false);
                        onCancelled();
                    }}
                />
            )}
        </Card>
    );
}
