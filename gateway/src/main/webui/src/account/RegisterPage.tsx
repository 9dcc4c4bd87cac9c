import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { showAtFields } from '../api/formProblems';
import { z } from '../api/schema';
import { useFieldText } from '../api/useFieldText';
import { useLocale } from '../i18n/useLocale';
import { viewerZone } from '../time/time';
import { Button } from '../ui/Button';
import { PasswordField, TextField } from '../ui/Field';
import { Page } from '../ui/Page';
import { Card, Failed, Stack } from '../ui/states';
import { registerAccount, type Registration } from './accountCalls';
import { emailAddress, newPassword } from './rules';

const schema = z.object({
    fullName: z.string().trim().min(1, 'REQUIRED').max(120, 'TOO_LONG'),
    email: emailAddress,
    password: newPassword,
    dateOfBirth: z.string(),
    phone: z.string().trim(),
});
type Values = z.infer<typeof schema>;
const FIELDS = ['fullName', 'email', 'password', 'dateOfBirth', 'phone'] as const;

export default function RegisterPage() {
    const { t } = useTranslation();
    const language = useLocale();
    const navigate = useNavigate();
    const fieldText = useFieldText();
    const registration = useMutation({ mutationFn: registerAccount });
    const { register, handleSubmit, setError, formState } = useForm<Values>({
        resolver: zodResolver(schema),
        defaultValues: { fullName: '', email: '', password: '', dateOfBirth: '', phone: '' },
    });
    const { errors } = formState;
    const submit = handleSubmit(({ dateOfBirth, phone, ...rest }) => {
        const body: Registration = { ...rest, locale: language, timeZone: viewerZone() };
        if (dateOfBirth !== '') body.dateOfBirth = dateOfBirth;
        if (phone !== '') body.phone = phone;
        registration.mutate(body, {
            onSuccess: () => void navigate('/register/sent', { state: { email: body.email } }),
            onError: (error) => showAtFields<Values>(error, FIELDS, setError),
        });
    });
    return (
        <Page title={t('register.title')} intro={t('register.intro')} width="narrow">
            <Card>
                <form noValidate onSubmit={(event) => void submit(event)}>
                    <Stack>
                        <TextField label={t('account.fullName')} dir="auto" autoComplete="name" error={fieldText(errors.fullName)} {...register('fullName')} />
                        <TextField label={t('account.email')} type="email" autoComplete="email" dir="ltr" error={fieldText(errors.email)} {...register('email')} />
                        <PasswordField
                            label={t('account.password')}
                            hint={t('account.passwordHint')}
                            autoComplete="new-password"
                            error={fieldText(errors.password)}
                            {...register('password')}
                        />
                        <TextField label={t('account.dateOfBirth')} optional type="date" autoComplete="bday" error={fieldText(errors.dateOfBirth)} {...register('dateOfBirth')} />
                        <TextField
                            label={t('account.phone')}
                            optional
                            type="tel"
                            dir="ltr"
                            autoComplete="tel"
                            hint={t('account.phoneHint')}
                            error={fieldText(errors.phone)}
                            {...register('phone')}
                        />
                        {registration.isError && Object.keys(errors).length === 0 && <Failed error={registration.error} />}
                        <Button type="submit" wide busy={registration.isPending}>
                            {t('register.submit')}
                        </Button>
                    </Stack>
                </form>
            </Card>
            <p>
                {t('register.have')} <Link to="/sign-in">{t('nav.signIn')}</Link>
            </p>
        </Page>
    );
}
