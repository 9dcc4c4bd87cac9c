import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { slotOfAddress } from '../app/addresses';
import type { Doctor, Slot } from '../api/contract';
import { call } from '../api/http';
import { isProblem } from '../api/problem';
import { isPatient, useUser } from '../session/useSession';
import { Avatar } from '../ui/Avatar';
import { Alert } from '../ui/Alert';
import { Page } from '../ui/Page';
import { Card, Failed, Loading } from '../ui/states';
import { VisitTime } from '../ui/VisitTime';
import { Alternatives } from './Alternatives';
import { locationsQuery } from './availability';
import { ConfirmForm } from './ConfirmForm';
import styles from './ConfirmPage.module.css';
import { useHold } from './useHold';
import { useSpecialtyName } from './useSpecialtyName';

export default function ConfirmPage() {
    const [search] = useSearchParams();
    const user = useUser();
    const slot = slotOfAddress(search);
    if (slot === undefined) return <Navigate to="/book" replace />;
    if (!isPatient(user)) return <PatientsOnly slot={slot} specialty={search.get('specialty') ?? ''} />;
    return <Confirm key={slot.doctorId + slot.start} slot={slot} specialty={search.get('specialty') ?? ''} />;
}

/** Booking for oneself is a patient's: others see the time, and nothing is held in their name. */
function PatientsOnly({ slot, specialty }: { slot: Omit<Slot, 'doctorName'>; specialty: string }) {
    const { t } = useTranslation();
    return (
        <Page title={t('confirm.title')} back={{ to: `/book/${specialty}?doctor=${slot.doctorId}`, label: t('confirm.back') }}>
            <Card>
                <Summary slot={slot} specialty={specialty} />
                <Alert tone="info">
                    <p>{t('confirm.patientsOnly')}</p>
                </Alert>
            </Card>
        </Page>
    );
}

/** One chosen time: held for the person, shown whole, and booked by one press. */
function Confirm({ slot, specialty }: { slot: Omit<Slot, 'doctorName'>; specialty: string }) {
    const { t } = useTranslation();
    const hold = useHold(slot);
    const expired = hold.left === 0;
    return (
        <Page title={t('confirm.title')} back={{ to: `/book/${specialty}?doctor=${slot.doctorId}`, label: t('confirm.back') }}>
            <Card>
                <Summary slot={slot} specialty={specialty} />
                {hold.isFetching && <Loading lines={1} />}
                {!hold.isFetching && hold.isError && <NotHeld error={hold.error} slot={slot} specialty={specialty} onRetry={() => void hold.refetch()} />}
                {!hold.isFetching && hold.isSuccess && (
                    <>
                        {/* Our clock may be wrong, and an unkept time may still be free: the server decides. */}
                        {expired ? (
                            <Alert tone="warn">
                                <p>{t('confirm.expired')}</p>
                            </Alert>
                        ) : (
                            <p className={styles.timer} role="timer">
                                {t('confirm.held', { left: clock(hold.left ?? 0) })}
                            </p>
                        )}
                        <ConfirmForm slot={slot} holdId={hold.data.holdId} specialty={specialty} onSpend={hold.spend} />
                    </>
                )}
            </Card>
        </Page>
    );
}

/** A time that others have cannot be booked; one that merely could not be kept for the person still can. */
function NotHeld({ error, slot, specialty, onRetry }: { error: unknown; slot: Omit<Slot, 'doctorName'>; specialty: string; onRetry: () => void }) {
    const { t } = useTranslation();
    if (isProblem(error, 'TOO_MANY_HOLDS')) {
        return (
            <>
                <Alert tone="info">
                    <p>{t('confirm.notHeld')}</p>
                </Alert>
                <ConfirmForm slot={slot} holdId={undefined} specialty={specialty} />
            </>
        );
    }
    return (
        <>
            <Failed error={error} onRetry={onRetry} />
            <Alternatives error={error} specialty={specialty} />
        </>
    );
}

function Summary({ slot, specialty }: { slot: Omit<Slot, 'doctorName'>; specialty: string }) {
    const nameOf = useSpecialtyName();
    const locations = useQuery(locationsQuery());
    const doctor = useQuery({
        queryKey: ['doctor', slot.doctorId],
        queryFn: ({ signal }) => call<Doctor>(`/api/doctors/${encodeURIComponent(slot.doctorId)}`, { signal, anonymous: true }),
    });
    const location = locations.data?.find(({ id }) => id === slot.locationId);
    if (doctor.isError) return <Failed error={doctor.error} onRetry={() => void doctor.refetch()} />;
    return (
        <div className={styles.summary}>
            <Avatar name={doctor.data?.fullName ?? ''} />
            <div className={styles.facts}>
                <h2>
                    <bdi>{doctor.data?.fullName ?? '…'}</bdi>
                </h2>
                <p className="soft">{nameOf(doctor.data?.specialty ?? specialty)}</p>
                <VisitTime start={slot.start} end={slot.end} timeZone={slot.timeZone} />
                {location !== undefined && (
                    <p>
                        <bdi>{location.name}</bdi>
                        {location.address !== null && (
                            <span className="soft">
                                , <bdi>{location.address}</bdi>
                            </span>
                        )}
                    </p>
                )}
            </div>
        </div>
    );
}

/** 272 seconds as "4:32". */
function clock(seconds: number): string {
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
