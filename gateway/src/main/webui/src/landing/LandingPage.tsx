import { CalendarCheck, MessageSquareText, ShieldCheck, Stethoscope } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TriageRequest } from '../api/contract';
import { useSession } from '../session/useSession';
import { keepComplaint } from '../triage/complaint';
import { arrive } from '../ui/arrival';
import { FollowUp } from '../triage/FollowUp';
import { TriageResult } from '../triage/TriageResult';
import { useTriage } from '../triage/useTriage';
import { ButtonLink } from '../ui/Button';
import { Failed } from '../ui/states';
import { AskForm } from './AskForm';
import styles from './LandingPage.module.css';

const STEPS = [
    { key: 'say', Icon: MessageSquareText },
    { key: 'learn', Icon: Stethoscope },
    { key: 'book', Icon: CalendarCheck },
    { key: 'private', Icon: ShieldCheck },
] as const;

export function LandingPage() {
    const { t } = useTranslation();
    const session = useSession();
    const triage = useTriage();
    const [asked, setAsked] = useState<TriageRequest>();
    const answers = useRef<HTMLDivElement>(null);
    useEffect(() => {
        document.title = 'Smart Doctor';
        arrive();
    }, []);
    useEffect(() => {
        if (triage.data === undefined) return;
        answers.current?.focus({ preventScroll: true });
        answers.current?.scrollIntoView({ block: 'start', behavior: 'smooth' });
    }, [triage.data]);
    const ask = (request: TriageRequest) => {
        setAsked(request);
        keepComplaint(request.text);
        triage.mutate(request);
    };
    return (
        <>
            <div className={styles.hero}>
                <div className={styles.lead}>
                    <h1>{t('landing.title')}</h1>
                    <p>{t('landing.intro')}</p>
                    <AskForm busy={triage.isPending} onAsk={ask} error={triage.error} />
                </div>
                <aside className={styles.aside}>
                    <div className={styles.steps}>
                        <h2>{t('landing.how')}</h2>
                        <ol>
                            {STEPS.map(({ key, Icon }) => (
                                <li key={key}>
                                    <Icon size={24} aria-hidden="true" />
                                    <div>
                                        <strong>{t(`landing.${key}`)}</strong>
                                        <span className="soft">{t(`landing.${key}Text`)}</span>
                                    </div>
                                </li>
                            ))}
                        </ol>
                    </div>
                    {session.phase === 'anonymous' && (
                        <ButtonLink to="/register" look="secondary" wide>
                            {t('landing.register')}
                        </ButtonLink>
                    )}
                </aside>
            </div>
            <div className={styles.answers} ref={answers} tabIndex={-1} aria-live="polite">
                {triage.isError && <Failed error={triage.error} />}
                {triage.isSuccess && <TriageResult triage={triage.data} />}
                {triage.isSuccess && asked !== undefined && (triage.data.questions ?? []).length > 0 && (
                    <FollowUp
                        questions={triage.data.questions ?? []}
                        busy={triage.isPending}
                        onAnswer={(given) => ask({ ...asked, answers: [...(asked.answers ?? []), ...given] })}
                    />
                )}
            </div>
        </>
    );
}
