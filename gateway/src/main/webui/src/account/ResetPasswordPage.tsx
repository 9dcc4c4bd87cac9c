import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { showAtFields } from '../api/formProblems';
import { z } from '../api/schema';
import { useFieldText } from '../api/useFieldText';
import { Alert } from '../ui/Alert';
import { Button, ButtonLink } from '../ui/Button';
import { PasswordField } from '../ui/Field';
import { Page } from '../ui/Page';
import { Card, Failed, Stack } from '../ui/states';
import { resetPassword } from './accountCalls';
import { newPassword } from './rules';

const schema = z.object({ newPassword });
type Values = z.infer<typeof schema>;

export default function ResetPasswordPage() {
    const { t } = useTranslation();
    const [search] = useSearchParams();
    const token = search.get('token') ?? '';
    const fieldText = useFieldText();
    const reset = useMutation({ mutationFn: ({ newPassword: password }: Values) => resetPassword(token, password) });
    const { register, handleSubmit, setError, formState } = useForm<Values>({
        resolver: zodResolver(schema),
        defaultValues: { newPassword: '' },
    });
    const submit = handleSubmit((values) =>
        reset.mutate(values, {
            onError: (error) => showAtFields<Values>(error, ['newPassword'], setError),
        }),
    );
    return (
        <Page title={t('reset.title')} width="narrow">
            <Card>
                {token === '' && (
                    <Alert tone="bad">
                        <p>
                            {t('reset.noToken')} <Link to="/forgot-password">{t('forgot.title')}</Link>
                        </p>
                    </Alert>
                )}
                {token !== '' && !reset.isSuccess && (
                    <form noValidate onSubmit={(event) => void submit(event)}>
                        <Stack>
                            <PasswordField
                                label={t('account.newPassword')}
                                hint={t('account.passwordHint')}
                                autoComplete="new-password"
                                error={fieldText(formState.errors.newPassword)}
                                {...register('newPassword')}
                            />
                            {reset.isError && formState.errors.newPassword === undefined && <Failed error={reset.error} />}
                            <Button type="submit" wide busy={reset.isPending}>
                                {t('reset.submit')}
                            </Button>
                        </Stack>
                    </form>
                )}
                {reset.isSuccess && (
                    <>
                        <Alert tone="good" title={t('reset.done')}>
                            <p>{t('reset.doneText')}</p>
                        </Alert>
                        <ButtonLink to="/sign-in" wide>
                            {t('nav.signIn')}
                        </ButtonLink>
                    </>
                )}
            </Card>
        </Page>
    );
}
