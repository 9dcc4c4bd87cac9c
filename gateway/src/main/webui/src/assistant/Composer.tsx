import { SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import ui from '../ui/ui.module.css';
import styles from './Assistant.module.css';

/** Enter sends, Shift and Enter starts a line; while an answer comes the next message can already be written. */
export function Composer({ busy, onSay }: { busy: boolean; onSay: (text: string) => Promise<void> }) {
    const { t } = useTranslation();
    const [text, setText] = useState('');
    const send = () => {
        const message = text.trim();
        if (busy || message === '') return;
        setText('');
        void onSay(message);
    };
    return (
        <form
            className={styles.composer}
            onSubmit={(event) => {
                event.preventDefault();
                send();
            }}
        >
            <textarea
                aria-label={t('assistant.message')}
                placeholder={t('assistant.placeholder')}
                rows={1}
                dir="auto"
                maxLength={4000}
                value={text}
                onChange={(event) => setText(event.target.value)}
                onKeyDown={(event) => {
                    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
                    event.preventDefault();
                    send();
                }}
            />
            <button type="submit" className={styles.send} aria-label={t('assistant.send')} aria-disabled={busy || text.trim() === ''}>
                <SendHorizontal size={20} className={ui.flip} aria-hidden="true" />
            </button>
        </form>
    );
}
