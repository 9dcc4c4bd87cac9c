import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Slot, Visit } from '../api/contract';
import { useFreeDays } from '../booking/availability';
import { SlotPicker } from '../booking/SlotPicker';
import { isPatient, useUser } from '../session/useSession';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Page } from '../ui/Page';
import { Card, Failed, Loading } from '../ui/states';
import { VisitTime } from '../ui/VisitTime';
import { useReschedule, visitQuery } from './visitQueries';

export default function ReschedulePage() {
    const { t } = useTranslation();
    const { id = '' } = useParams();
    const visit = useQuery(visitQuery(id));
    return (
        <Page title={t('reschedule.title')} back={{ to: `/visits/${id}`, label: t(isPatient(useUser()) ? 'visit.title' : 'visit.staff.title') }}>
            {visit.isPending && <Loading />}
            {visit.isError && <Failed error={visit.error} onRetry={() => void visit.refetch()} />}
            {visit.isSuccess && <Choose visit={visit.data} />}
        </Page>
    );
}

/** Another time of the same doctor. */
function Choose({ visit }: { visit: Visit }) {
    const { t } = useTranslation();
    const free = useFreeDays(visit.doctor.specialty);
    const [date, setDate] = useState<string | null>(null);
    const [slot, setSlot] = useState<Slot>();
    const days = (free.days ?? [])
        .filter((day) => day.doctorId === visit.doctor.id && day.count > 0)
        .sort((a, b) => a.date.localeCompare(b.date));
    return (
        <>
            <Card as="section" label={t('reschedule.present')}>
                <div>
                    <p className="soft">{t('reschedule.present')}</p>
                    <h2>
                        <bdi>{visit.doctor.name}</bdi>
                    </h2>
                </div>
                <VisitTime start={visit.start} end={visit.end} timeZone={visit.timeZone} />
            </Card>
            <Card as="section" label={t('reschedule.choose')}>
                <h2>{t('reschedule.choose')}</h2>
                {free.isPending && <Loading lines={2} />}
                {free.error !== null && <Failed error={free.error} onRetry={free.retry} />}
                {free.days !== undefined && days.length === 0 && <p className="soft">{t('doctors.nothingFree')}</p>}
                {days.length > 0 && (
                    <SlotPicker doctorId={visit.doctor.id} days={days} date={date} onDate={setDate} onSlot={setSlot} />
                )}
            </Card>
            {slot !== undefined && <Move visit={visit} slot={slot} onClose={() => setSlot(undefined)} />}
        </>
    );
}

function Move({ visit, slot, onClose }: { visit: Visit; slot: Slot; onClose: () => void }) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const reschedule = useReschedule(visit);
    const move = () =>
        reschedule.mutate(
            { start: slot.start },
            { onSuccess: () => void navigate(`/visits/${visit.id}?new=moved`, { replace: true }) },
        );
    return (
        <Dialog
            title={t('reschedule.confirm')}
            onClose={onClose}
            actions={
                <>
                    <Button look="secondary" onClick={onClose}>
                        {t('reschedule.keep')}
                    </Button>
                    <Button busy={reschedule.isPending} onClick={move}>
                        {t('reschedule.submit')}
                    </Button>
                </>
            }
        >
            <p>
                <bdi>{visit.doctor.name}</bdi>
            </p>
            <VisitTime start={slot.start} end={slot.end} timeZone={slot.timeZone} />
            {reschedule.isError && <Failed error={reschedule.error} />}
        </Dialog>
    );
}
