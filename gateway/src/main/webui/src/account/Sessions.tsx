import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OwnSession } from '../api/contract';
import { isProblem } from '../api/problem';
import { isolated } from '../i18n/isolated';
import { useLocale } from '../i18n/useLocale';
import { session } from '../session/session';
import { momentOf } from '../time/time';
import { Alert, Badge } from '../ui/Alert';
import { Button } from '../ui/Button';
import { Failed, Loading, Row } from '../ui/states';
import { endSession, readSessions } from './accountCalls';
import styles from './Sessions.module.css';

const SESSIONS = ['sessions'];

/** Where the person is signed in, each with a button that ends it. */
export function Sessions() {
    const { t } = useTranslation();
    const client = useQueryClient();
    const sessions = useQuery({ queryKey: SESSIONS, queryFn: ({ signal }) => readSessions(signal) });
    const [ended, setEnded] = useState<string>();
    const heading = useRef<HTMLHeadingElement>(null);
    const onEnded = ({ id, device }: OwnSession) => {
        setEnded(device ?? t('settings.sessionUnknown'));
        client.setQueryData<OwnSession[]>(SESSIONS, (list) => list?.filter((other) => other.id !== id));
        void client.invalidateQueries({ queryKey: SESSIONS });
        // The pressed button is gone: the keyboard goes on from the list.
        heading.current?.focus();
    };
    return (
        <>
            <h3 ref={heading} tabIndex={-1}>
                {t('settings.sessions')}
            </h3>
            {ended !== undefined && (
                <Alert tone="good">
                    <p>{t('settings.sessionEnded', { device: isolated(ended) })}</p>
                </Alert>
            )}
            {sessions.isPending && <Loading lines={2} />}
            {sessions.isError && <Failed error={sessions.error} onRetry={() => void sessions.refetch()} />}
            {sessions.isSuccess && (
                <ul aria-label={t('settings.sessions')}>
                    {sessions.data.map((one) => (
                        <Line key={one.id} one={one} onEnded={onEnded} />
                    ))}
                </ul>
            )}
        </>
    );
}

function Line({ one, onEnded }: { one: OwnSession; onEnded: (one: OwnSession) => void }) {
    const { t } = useTranslation();
    const language = useLocale();
    const navigate = useNavigate();
    const facts = useId();
    const device = one.device ?? t('settings.sessionUnknown');
    const ending = useMutation({
        mutationFn: () => (one.current ? session.signOut() : endUnlessOver(one.id)),
        onSuccess: () => (one.current ? void navigate('/sign-in') : onEnded(one)),
    });
    return (
        <li className={styles.session}>
            <div>
                <Row>
                    <strong dir="auto">{device}</strong>
                    {one.current && <Badge tone="info">{t('settings.sessionCurrent')}</Badge>}
                </Row>
                <span className="soft" id={facts}>
                    {one.place !== null && (
                        <>
                            <bdi>{one.place}</bdi> ·{' '}
                        </>
                    )}
                    {t('settings.sessionUsed', { when: isolated(momentOf(one.lastUsedAt, language)) })}
                </span>
                {ending.isError && <Failed error={ending.error} />}
            </div>
            <Button
                look="secondary"
                busy={ending.isPending}
                aria-label={t('settings.sessionEndOf', { device: isolated(device) })}
                aria-describedby={facts}
                onClick={() => ending.mutate()}
            >
                {t('settings.sessionEnd')}
            </Button>
        </li>
    );
}

/** A session that ended by itself meanwhile is what was wanted. */
async function endUnlessOver(id: string): Promise<void> {
    try {
        await endSession(id);
    } catch (error) {
        if (!isProblem(error, 'NOT_FOUND')) throw error;
    }
}
