import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
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

/** A change that the assistant prepared. Nothing happens before the press; what is shown after it is the API's answer. */
export function ProposalCard({ proposal }: { proposal: Proposal }) {
    const { t, i18n } = useTranslation();
    const client = useQueryClient();
    const address = `/api/assistant/proposals/${encodeURIComponent(proposal.id)}`;
    const confirm = useMutation({
        mutationFn: () => call<Visit>(`${address}/confirm`, { method: 'POST' }),
        onSuccess: (visit) => keepVisit(client, visit),
    });
    const decline = useMutation({ mutationFn: () => call<undefined>(`${address}/decline`, { method: 'POST' }) });
    const expired = useExpired(proposal.expiresAt);
    const title = `proposal.${proposal.kind}`;
    const open = !confirm.isSuccess && !decline.isSuccess;
    return (
        <section className={styles.proposal} aria-label={t('proposal.label')}>
            <h2>{i18n.exists(title) ? t(title) : t('proposal.label')}</h2>
            <p dir="auto">{proposal.summary}</p>
            {!confirm.isSuccess && proposal.start !== undefined && proposal.timeZone !== undefined && (
                <VisitTime start={proposal.start} timeZone={proposal.timeZone} />
            )}
            {confirm.isSuccess && (
                <>
                    <Alert tone="good" title={t('proposal.done')} />
                    <Row>
                        <strong dir="auto">{confirm.data.doctor.name}</strong>
                        <VisitStatusBadge status={confirm.data.status} />
                    </Row>
                    <VisitTime start={confirm.data.start} end={confirm.data.end} timeZone={confirm.data.timeZone} />
                    <Row>
                        <ButtonLink to={`/visits/${confirm.data.id}`} look="secondary">
                            {t('proposal.open')}
                        </ButtonLink>
                    </Row>
                </>
            )}
            {decline.isSuccess && <p className="soft">{t('proposal.declined')}</p>}
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
