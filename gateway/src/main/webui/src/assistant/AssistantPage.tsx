import { useQuery } from '@tanstack/react-query';
import { SquarePen } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { Failed, Loading } from '../ui/states';
import styles from './Assistant.module.css';
import { wordsAt } from './wordsAt';
import { ChatEntry } from './ChatEntry';
import { Composer } from './Composer';
import { messagesQuery } from './conversation';
import { entriesOf, useChat } from './useChat';

export default function AssistantPage() {
    const { id } = useParams();
    const navigate = useNavigate();
    // The conversation that began on this page: it gets its address without being drawn anew.
    const [begun, setBegun] = useState<string>();
    const [fresh, setFresh] = useState(0);
    const started = (conversation: string) => {
        if (conversation === id) return;
        setBegun(conversation);
        void navigate(`/assistant/${conversation}`, { replace: true });
    };
    const startAfresh = () => {
        setBegun(undefined);
        setFresh(fresh + 1);
        void navigate('/assistant');
    };
    const own = id === undefined || id === begun;
    return <Conversation key={own ? `fresh-${fresh}` : id} id={id} onStarted={started} onFresh={startAfresh} />;
}

interface ConversationProps {
    id: string | undefined;
    onStarted: (id: string) => void;
    onFresh: () => void;
}

function Conversation({ id, onStarted, onFresh }: ConversationProps) {
    const { t } = useTranslation();
    // What was said before this page was opened; what is said on it is already there.
    const [opened] = useState(id);
    const stored = useQuery({ ...messagesQuery(opened ?? ''), enabled: opened !== undefined });
    const entries = useMemo(() => stored.data?.flatMap(entriesOf), [stored.data]);
    const { entries: shown, busy, say, sayAgain } = useChat(id, entries, onStarted);
    const end = useRef<HTMLDivElement>(null);
    const log = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (shown.length > 0) end.current?.scrollIntoView({ block: 'end', behavior: 'smooth' });
    }, [shown]);
    const repeat = (text: string) => {
        log.current?.focus({ preventScroll: true }); // the pressed button goes
        return sayAgain(text);
    };
    const last = shown.at(-1);
    const waiting = busy && !(last?.kind === 'assistant' && last.streaming === true);
    const spoken = last?.kind === 'assistant' && last.streaming !== true ? last.text : '';
    return (
        <Page title={t('assistant.title')} intro={t('assistant.intro')}>
            {shown.length > 0 && (
                <div>
                    <Button look="quiet" icon={<SquarePen size={18} aria-hidden="true" />} onClick={onFresh}>
                        {t('assistant.fresh')}
                    </Button>
                </div>
            )}
            {stored.isLoading && <Loading lines={2} />}
            {stored.isError && <Failed error={stored.error} onRetry={() => void stored.refetch()} />}
            <div className={styles.frame}>
                <div className={styles.log} role="log" aria-live="off" aria-label={t('assistant.log')} ref={log} tabIndex={-1}>
                    {shown.map((entry, place) => (
                        <ChatEntry key={entry.key} entry={entry} words={wordsAt(shown, place)} onSay={repeat} />
                    ))}
                    {waiting && (
                        <div className={`${styles.bubble} ${styles.assistant}`}>
                            <span className="visually-hidden">{t('assistant.thinking')}</span>
                            <span className={styles.dots} aria-hidden="true">
                                <span />
                                <span />
                                <span />
                            </span>
                        </div>
                    )}
                    <div ref={end} className={styles.end} />
                </div>
                {/* Whole sentences are read out, once each: a stream of syllables would drown the listener. */}
                <p className="visually-hidden" aria-live="polite">
                    {busy && waiting ? t('assistant.thinking') : spoken}
                </p>
                {shown.length === 0 && !stored.isLoading && <Openers onSay={say} />}
                <Composer busy={busy} onSay={say} />
            </div>
        </Page>
    );
}

function Openers({ onSay }: { onSay: (text: string) => Promise<void> }) {
    const { t } = useTranslation();
    return (
        <div className={styles.openers} role="group" aria-label={t('assistant.openers')}>
            {(['unwell', 'find', 'change'] as const).map((key) => (
                <button key={key} type="button" className={styles.opener} onClick={() => void onSay(t(`assistant.${key}`))}>
                    {t(`assistant.${key}`)}
                </button>
            ))}
        </div>
    );
}
