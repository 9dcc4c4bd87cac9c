import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Card, Stack } from '../ui/states';

interface FollowUpProps {
    questions: { id: string; text: string }[];
    busy: boolean;
    onAnswer: (answers: { questionId: string; text: string }[]) => void;
}

/** The questions that would make the answer surer. All of them may be left open. */
export function FollowUp({ questions, busy, onAnswer }: FollowUpProps) {
    const { t } = useTranslation();
    const [answers, setAnswers] = useState<Record<string, string>>({});
    const given = questions
        .map(({ id }) => ({ questionId: id, text: (answers[id] ?? '').trim() }))
        .filter(({ text }) => text !== '');
    return (
        <Card as="section" label={t('triage.questions')}>
            <h2>{t('triage.questions')}</h2>
            <form
                onSubmit={(event) => {
                    event.preventDefault();
                    if (given.length > 0) onAnswer(given);
                }}
            >
                <Stack>
                    {questions.map(({ id, text }) => (
                        <TextField
                            key={id}
                            label={text}
                            value={answers[id] ?? ''}
                            maxLength={500}
                            dir="auto"
                            onChange={(event) => setAnswers({ ...answers, [id]: event.target.value })}
                        />
                    ))}
                    <div>
                        <Button type="submit" look="secondary" busy={busy}>
                            {t('triage.answer')}
                        </Button>
                    </div>
                </Stack>
            </form>
        </Card>
    );
}
