import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { showAtFields } from '../api/formProblems';
import { z } from '../api/schema';
import { useFieldText } from '../api/useFieldText';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Page } from '../ui/Page';
import { Card, Failed, Stack } from '../ui/states';
import { forgotPassword } from './accountCalls';
import { emailAddress } from './rules';

const schema = z.object({ email: emailAddress });
type Values = z.infer<typeof schema>;

export default function ForgotPasswordPage() {
    const { t } = useTranslation();
    const fieldText = useFieldText();
    const request = useMutation({ mutationFn: forgotPassword });
    const { register, handleSubmit, setError, formState } = useForm<Values>({
        resolver: zodResolver(schema),
        defaultValues: { email: '' },
    });
    const submit = handleSubmit(({ email }) =>
        request.mutate(email, { onError: (error) => showAtFields<Values>(error, ['email'], setError) }),
    );
    return (
        <Page title={t('forgot.title')} intro={t('forgot.intro')} width="narrow" back={{ to: '/sign-in', label: t('nav.signIn') }}>
            <Card>
                {request.isSuccess ? (
                    <Alert tone="good" title={t('mailSent.title')}>
                        <p>{t('forgot.sent')}</p>
                    </Alert>
                ) : (
                    <form noValidate onSubmit={(event) => void submit(event)}>
                        <Stack>
                            <TextField
                                label={t('account.email')}
                                type="email"
                                dir="ltr"
                                autoComplete="username"
                                error={fieldText(formState.errors.email)}
                                {...register('email')}
                            />
                            {request.isError && formState.errors.email === undefined && <Failed error={request.error} />}
                            <Button type="submit" wide busy={request.isPending}>
                                {t('forgot.submit')}
                            </Button>
                        </Stack>
                    </form>
                )}
            </Card>
        </Page>
    );
}
