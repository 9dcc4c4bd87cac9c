import { useTranslation } from 'react-i18next';
import type { VisitStatus } from '../api/contract';
import { Badge, type Tone } from '../ui/Alert';

const TONES: Record<VisitStatus, Tone | 'neutral'> = {
    held: 'warn',
    pending: 'warn',
    booked: 'good',
    checked_in: 'info',
    completed: 'neutral',
    cancelled: 'bad',
    no_show: 'bad',
};

export function VisitStatusBadge({ status }: { status: VisitStatus }) {
    const { t } = useTranslation();
    return <Badge tone={TONES[status]}>{t(`status.${status}`)}</Badge>;
}
