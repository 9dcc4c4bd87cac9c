import { useQuery } from '@tanstack/react-query';
import { CalendarX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { confirmAddress } from '../app/addresses';
import type { FreeDay } from '../api/contract';
import { isPatient, useSession } from '../session/useSession';
import { Alert } from '../ui/Alert';
import { ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { Empty, Failed, Loading, Stack } from '../ui/states';
import { doctorsQuery, useFreeDays } from './availability';
import { DoctorCard } from './DoctorCard';
import { useSpecialtyName } from './useSpecialtyName';

/** The doctors of one specialty, the soonest free first; one of them opened with its days and times. */
export default function DoctorsPage() {
    const { t } = useTranslation();
    const { specialty = '' } = useParams();
    const [search, setSearch] = useSearchParams();
    const navigate = useNavigate();
    const session = useSession();
    // A visitor signs in on the way; an account that is no patient's would only fail there.
    const mayBook = session.phase !== 'signedIn' || isPatient(session.user);
    const nameOf = useSpecialtyName();
    const doctors = useQuery(doctorsQuery(specialty));
    const free = useFreeDays(specialty);
    const error = doctors.error ?? free.error;
    const listed = (doctors.data ?? [])
        .map((doctor) => ({ doctor, days: daysOf(doctor.id, free.days ?? []) }))
        .sort((a, b) => soonest(a.days) - soonest(b.days) || a.doctor.fullName.localeCompare(b.doctor.fullName));
    const opened = search.get('doctor') ?? listed.find(({ days }) => days.length > 0)?.doctor.id;
    return (
        <Page
            title={nameOf(specialty)}
            intro={t('doctors.intro')}
            width="text"
            back={{ to: '/book', label: t('doctors.back') }}
        >
            {!mayBook && (
                <Alert tone="info">
                    <p>{t('confirm.patientsOnly')}</p>
                </Alert>
            )}
            {(doctors.isPending || free.isPending) && error === null && <Loading />}
            {error !== null && (
                <Failed
                    error={error}
                    onRetry={() => {
                        if (doctors.isError) void doctors.refetch();
                        if (free.error !== null) free.retry();
                    }}
                />
            )}
            {doctors.isSuccess && free.days !== undefined && listed.length === 0 && (
                <Empty icon={<CalendarX size={26} />} title={t('doctors.none')}>
                    <ButtonLink to="/book" look="secondary">
                        {t('doctors.back')}
                    </ButtonLink>
                </Empty>
            )}
            {doctors.isSuccess && free.days !== undefined && (
                <Stack>
                    {listed.map(({ doctor, days }) => (
                        <DoctorCard
                            key={doctor.id}
                            doctor={doctor}
                            days={days}
                            open={doctor.id === opened}
                            date={doctor.id === opened ? search.get('date') : null}
                            onOpen={() => setSearch({ doctor: doctor.id }, { replace: true })}
                            onDate={(date) => setSearch({ doctor: doctor.id, date }, { replace: true })}
                            onSlot={mayBook ? (slot) => void navigate(confirmAddress(slot, specialty)) : undefined}
                        />
                    ))}
                </Stack>
            )}
        </Page>
    );
}

function daysOf(doctorId: string, days: readonly FreeDay[]): FreeDay[] {
    return days
        .filter((day) => day.doctorId === doctorId && day.count > 0)
        .sort((a, b) => a.date.localeCompare(b.date));
}

function soonest(days: readonly FreeDay[]): number {
    return days[0] === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(days[0].first.start);
}
