import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Proposal, Visit } from '../api/contract';
import { call } from '../api/http';
import { Alert } from '../ui/Alert';
import { Button, ButtonLink } from '../ui/Button';
import { Failed, Row } from '../ui/states';
import { VisitTime } from '../ui/VisitTime';
import { keepVisit } from '../visits/visitQueries';
import { VisitStatusBadge } from '../visits/VisitStatusBadge';
import styles from './Assistant.module.css';

/**
 * A change that the assistant prepared. Nothing happens before the press; what is shown after it is the API's answer. An offer of an
 * earlier day says what became of it.
 */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
    const { t, i18n } = useTranslation();
    const client = useQueryClient();
    const card = useRef<HTMLElement>(null);
    const address = `/api/assistant/proposals/${encodeURIComponent(proposal.id)}`;
    const confirm = useMutation({
        mutationFn: () => call<Visit>(`${address}/confirm`, { method: 'POST' }),
        onSuccess: (visit) => keepVisit(client, visit),
    });
    const decline = useMutation({
        mutationFn: () => call<undefined>(`${address}/decline`, { method: 'POST' }),
    });
    const settled = confirm.isSuccess || decline.isSuccess;
    // The pressed button goes; the focus stays at the card, which comes into sight with what it has to say by then.
    useEffect(() => {
        if (settled) card.current?.focus();
    }, [settled]);
    const expired = useExpired(proposal.expiresAt);
    const title = `proposal.${proposal.kind}`;
    const visit = confirm.data;
    const confirmed = visit !== undefined || proposal.status === 'confirmed';
    const declined = decline.isSuccess || proposal.status === 'declined';
    const open = !confirmed && !declined;
    const visitId = visit?.id ?? proposal.appointmentId;
    return (
        <section className={styles.proposal} aria-label={t('proposal.label')} ref={card} tabIndex={-1}>
            <h2>{i18n.exists(title) ? t(title) : t('proposal.label')}</h2>
            <p dir="auto">{proposal.summary}</p>
            {visit === undefined && proposal.start !== undefined && proposal.timeZone !== undefined && (
                <VisitTime start={proposal.start} timeZone={proposal.timeZone} />
            )}
            {confirmed && <Alert tone="good" title={t('proposal.done')} />}
            {visit !== undefined && (
                <>
                    <Row>
                        <strong dir="auto">{visit.doctor.name}</strong>
                        <VisitStatusBadge status={visit.status} />
                    </Row>
                    <VisitTime start={visit.start} end={visit.end} timeZone={visit.timeZone} />
                    <p dir="auto">{visit.location.name}</p>
                </>
            )}
            {confirmed && visitId !== undefined && (
                <Row>
                    <ButtonLink to={`/visits/${visitId}`} look="secondary">
                        {t('proposal.open')}
                    </ButtonLink>
                </Row>
            )}
            {declined && <p className="soft">{t('proposal.declined')}</p>}
            {open && expired && <p className="soft">{t('proposal.expired')}</p>}
            {confirm.isError && <Failed error={confirm.error} />}
            {decline.isError && <Failed error={decline.error} />}
            {open && !expired && (
                <Row>
                    <Button busy={confirm.isPending} onClick={() => confirm.mutate()}>
                        {t('proposal.confirm')}
                    </Button>
                    <Button look="secondary" busy={decline.isPending} onClick={() => decline.mutate()}>
                        {t('proposal.decline')}
                    </Button>
                </Row>
            )}
        </section>
    );
}

function useExpired(instant: string): boolean {
    const [expired, setExpired] = useState(() => Date.parse(instant) <= Date.now());
    useEffect(() => {
        const timer = setTimeout(() => setExpired(true), Math.max(0, Date.parse(instant) - Date.now()));
        return () => clearTimeout(timer);
    }, [instant]);
    return expired;
}
