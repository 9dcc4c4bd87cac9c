import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Slot } from '../api/contract';
import { showAtFields } from '../api/formProblems';
import { z } from '../api/schema';
import { useFieldText } from '../api/useFieldText';
import { keepComplaint, keptComplaint } from '../triage/complaint';
import { Button } from '../ui/Button';
import { TextArea } from '../ui/Field';
import { Failed, Stack } from '../ui/states';
import { Alternatives } from './Alternatives';
import { useBooking, type BookingRequest } from './useBooking';

const REASON_LIMIT = 1000;
const schema = z.object({ reason: z.string().trim().max(REASON_LIMIT, 'TOO_LONG') });
type Values = z.infer<typeof schema>;

interface ConfirmFormProps {
    slot: Pick<Slot, 'doctorId' | 'start' | 'visitType'>;
    /** Undefined where the time could not be kept. */
    holdId: string | undefined;
    specialty: string;
    /** Told whether a booking takes the hold. */
    onSpend?: (spent: boolean) => void;
}

export function ConfirmForm({ slot, holdId, specialty, onSpend }: ConfirmFormProps) {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const fieldText = useFieldText();
    const booking = useBooking();
    const { register, handleSubmit, setError, formState } = useForm<Values>({
        resolver: zodResolver(schema),
        defaultValues: { reason: keptComplaint().slice(0, REASON_LIMIT) },
    });
    const submit = handleSubmit(({ reason }) => {
        const request: BookingRequest = { doctorId: slot.doctorId, start: slot.start, visitType: slot.visitType };
        if (holdId !== undefined) request.holdId = holdId;
        if (reason !== '') request.reason = reason;
        // Where this time is gone, the next one is asked for with the same words.
        keepComplaint(reason);
        onSpend?.(true);
        booking.mutate(request, {
            onSuccess: (visit) => void navigate(`/visits/${visit.id}?new=booked`, { replace: true }),
            onError: (error) => {
                onSpend?.(false);
                showAtFields<Values>(error, ['reason'], setError);
            },
        });
    });
    return (
        <form noValidate onSubmit={(event) => void submit(event)}>
            <Stack>
                <TextArea
                    label={t('confirm.reason')}
                    hint={t('confirm.reasonHint')}
                    optional
                    rows={4}
                    dir="auto"
                    maxLength={REASON_LIMIT}
                    error={fieldText(formState.errors.reason)}
                    {...register('reason')}
                />
                {booking.isError && formState.errors.reason === undefined && (
                    <>
                        <Failed error={booking.error} />
                        <Alternatives error={booking.error} specialty={specialty} />
                    </>
                )}
                <Button type="submit" busy={booking.isPending} wide>
                    {t('confirm.submit')}
                </Button>
            </Stack>
        </form>
    );
}
