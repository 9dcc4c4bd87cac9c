import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Visit } from '../api/contract';
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
                <p>{visit.doctor.name}</p>
                <VisitTime start={visit.start} end={visit.end} timeZone={visit.timeZone} />
            </div>
            <TextField label={t('cancel.reason')} optional maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
            {cancel.isError && <Failed error={cancel.error} />}
        </Dialog>
    );
}
