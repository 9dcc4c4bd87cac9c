import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../api/contract';
import { isProblem } from '../api/problem';
import { useFieldText } from '../api/useFieldText';
import { isStaff, useUser } from '../session/useSession';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { TextField } from '../ui/Field';
import { Failed } from '../ui/states';
import { VisitTime } from '../ui/VisitTime';
import { useCancel } from './visitQueries';

interface CancelDialogProps {
    visit: Visit;
    onClose: () => void;
    onDone: () => void;
}

export function CancelDialog({ visit, onClose, onDone }: CancelDialogProps) {
    const { t } = useTranslation();
    const [reason, setReason] = useState('');
    const cancel = useCancel(visit);
    const text = reason.trim();
    const staff = isStaff(useUser());
    const refused = isProblem(cancel.error) ? cancel.error.errors.find(({ field }) => field === 'reason') : undefined;
    const refusal = useFieldText()(refused && { message: refused.code });
    const field = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (refused !== undefined) field.current?.querySelector('input')?.focus();
    }, [refused]);
    return (
        <Dialog
            title={t('cancel.title')}
            onClose={onClose}
            actions={
                <>
                    <Button look="secondary" onClick={onClose}>
                        {t('cancel.keep')}
                    </Button>
                    <Button
                        look="danger"
                        busy={cancel.isPending}
                        onClick={() => cancel.mutate(text === '' ? {} : { reason: text }, { onSuccess: onDone })}
                    >
                        {t('cancel.submit')}
                    </Button>
                </>
            }
        >
            <div>
                <p>
                    <bdi>{visit.doctor.name}</bdi>
                </p>
                <VisitTime start={visit.start} end={visit.end} timeZone={visit.timeZone} />
            </div>
            <div ref={field}>
                <TextField
                    label={t('cancel.reason')}
                    optional={refused === undefined}
                    hint={staff ? t('cancel.reasonStaff') : undefined}
                    error={refusal}
                    dir="auto"
                    maxLength={200}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                />
            </div>
            {cancel.isError && refused === undefined && <Failed error={cancel.error} />}
        </Dialog>
    );
}
