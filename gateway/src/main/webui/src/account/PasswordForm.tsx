import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { showAtFields } from '../api/formProblems';
import { Problem } from '../api/problem';
import { z } from '../api/schema';
import { useFieldText } from '../api/useFieldText';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { PasswordField } from '../ui/Field';
import { Failed, Stack } from '../ui/states';
import { changePassword } from './accountCalls';
import { newPassword } from './rules';

const schema = z.object({ currentPassword: z.string().min(1, 'REQUIRED'), newPassword });
type Values = z.infer<typeof schema>;

export function PasswordForm() {
    const { t } = useTranslation();
    const fieldText = useFieldText();
    const change = useMutation({ mutationFn: (values: Values) => changePassword(values.currentPassword, values.newPassword) });
    const { register, handleSubmit, setError, reset, formState } = useForm<Values>({
        resolver: zodResolver(schema),
        defaultValues: { currentPassword: '', newPassword: '' },
    });
    const { errors } = formState;
    const submit = handleSubmit((values) =>
        change.mutate(values, {
            onSuccess: () => reset(),
            onError: (error) => {
                if (error instanceof Problem && error.code === 'INVALID_CREDENTIALS') {
                    setError('currentPassword', { message: 'INVALID' }, { shouldFocus: true });
                } else {
                    showAtFields<Values>(error, ['currentPassword', 'newPassword'], setError);
                }
            },
        }),
    );
    return (
        <form noValidate onSubmit={(event) => void submit(event)}>
            <Stack>
                <PasswordField label={t('account.currentPassword')} autoComplete="current-password" error={fieldText(errors.currentPassword)} {...register('currentPassword')} />
                <PasswordField
                    label={t('account.newPassword')}
                    hint={t('account.passwordHint')}
                    autoComplete="new-password"
                    error={fieldText(errors.newPassword)}
                    {...register('newPassword')}
                />
                {change.isError && Object.keys(errors).length === 0 && <Failed error={change.error} />}
                {change.isSuccess && <Alert tone="good">{<p>{t('settings.passwordSaved')}</p>}</Alert>}
                <div>
                    <Button type="submit" busy={change.isPending}>
                        {t('settings.passwordSubmit')}
                    </Button>
                </div>
            </Stack>
        </form>
    );
}
