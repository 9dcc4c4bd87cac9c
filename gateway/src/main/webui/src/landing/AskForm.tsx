import { useEffect } from 'react';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Sex, TriageRequest } from '../api/contract';
import { showAtFields } from '../api/formProblems';
import { useFieldText } from '../api/useFieldText';
import { z } from '../api/schema';
import { Button } from '../ui/Button';
import { SelectField, TextArea, TextField } from '../ui/Field';
import styles from './LandingPage.module.css';

const schema = z.object({
    text: z.string().trim().min(1, 'REQUIRED').max(4000, 'TOO_LONG'),
    age: z.string().regex(/^([0-9]|[1-9][0-9]|1[0-2][0-9])?$/, 'INVALID_AGE'),
    sex: z.enum(['', 'female', 'male', 'other']),
});

type Values = z.infer<typeof schema>;

interface AskFormProps {
    busy: boolean;
    error: unknown;
    onAsk: (request: TriageRequest) => void;
}

export function AskForm({ busy, error, onAsk }: AskFormProps) {
    const { t } = useTranslation();
    const fieldText = useFieldText();
    const { register, handleSubmit, setError, formState } = useForm<Values>({
        resolver: zodResolver(schema),
        defaultValues: { text: '', age: '', sex: '' },
    });
    useEffect(() => {
        showAtFields<Values>(error, ['text', 'age', 'sex'], setError);
    }, [error, setError]);
    const submit = handleSubmit(({ text, age, sex }) => {
        const request: TriageRequest = { text };
        if (age !== '') request.age = Number(age);
        if (sex !== '') request.sex = sex satisfies Sex;
        onAsk(request);
    });
    return (
        <form className={styles.ask} noValidate onSubmit={(event) => void submit(event)}>
            <TextArea
                label={t('ask.label')}
                placeholder={t('ask.placeholder')}
                rows={4}
                dir="auto"
                maxLength={4000}
                error={fieldText(formState.errors.text)}
                {...register('text')}
            />
            <div className={styles.about}>
                <TextField label={t('ask.age')} inputMode="numeric" autoComplete="off" error={fieldText(formState.errors.age)} {...register('age')} />
                <SelectField label={t('ask.sex')} error={fieldText(formState.errors.sex)} {...register('sex')}>
                    <option value="">{t('ask.unsaid')}</option>
                    <option value="female">{t('ask.female')}</option>
                    <option value="male">{t('ask.male')}</option>
                    <option value="other">{t('ask.other')}</option>
                </SelectField>
                <Button type="submit" busy={busy} wide>
                    {t('ask.submit')}
                </Button>
            </div>
        </form>
    );
}
