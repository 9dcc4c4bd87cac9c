import { useTranslation } from 'react-i18next';
import { TriageResult } from '../triage/TriageResult';
import { Button } from '../ui/Button';
import { Failed } from '../ui/states';
import styles from './Assistant.module.css';
import { ProposalCard } from './ProposalCard';
import type { Entry } from './useChat';

interface ChatEntryProps {
    entry: Entry;
    /** What the assistant says here, where it does. */
    words: string;
    onSay: (text: string) => Promise<void>;
}

export function ChatEntry({ entry, words, onSay }: ChatEntryProps) {
    const { t, i18n } = useTranslation();
    switch (entry.kind) {
        case 'person':
            return (
                <div className={`${styles.bubble} ${styles.person}`} dir="auto">
                    <span className="visually-hidden" dir="auto">
                        {t('assistant.you')}{' '}
                    </span>
                    {entry.text}
                </div>
            );
        case 'assistant':
            return (
                <div>
                    {words !== '' && (
                        <div className={`${styles.bubble} ${styles.assistant}`} dir="auto" aria-busy={entry.streaming}>
                            <span className="visually-hidden" dir="auto">
                                {t('assistant.name')}{' '}
                            </span>
                            {words}
                        </div>
                    )}
                    {entry.engine !== undefined && i18n.exists(`engine.${entry.engine}`) && (
                        <p className={styles.engine}>{t(`engine.${entry.engine}`)}</p>
                    )}
                </div>
            );
        case 'triage':
            return <TriageResult triage={entry.triage} booking={false} />;
        case 'proposal':
            return <ProposalCard proposal={entry.proposal} />;
        case 'failure': {
            const { unsent } = entry;
            return (
                <>
                    <Failed error={entry.error} />
                    {unsent !== undefined && (
                        <div>
                            <Button look="secondary" onClick={() => void onSay(unsent)}>
                                {t('assistant.sendAgain')}
                            </Button>
                        </div>
                    )}
                </>
            );
        }
    }
}
