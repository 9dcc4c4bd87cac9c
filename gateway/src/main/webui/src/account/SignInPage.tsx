import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { nextAddress } from '../app/addresses';
import { showAtFields } from '../api/formProblems';
import { isProblem } from '../api/problem';
import { z } from '../api/schema';
import { useFieldText } from '../api/useFieldText';
import { isLanguage, speak } from '../i18n/i18n';
import { preferences } from '../app/preferences';
import { session } from '../session/session';
import { isStaff, useSession } from '../session/useSession';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { PasswordField, TextField } from '../ui/Field';
import { Page } from '../ui/Page';
import { Card, Failed, Loading, Stack } from '../ui/states';
import styles from './account.module.css';
import { emailAddress } from './rules';

const schema = z.object({
    email: emailAddress,
    password: z.string().min(1, 'REQUIRED'),
    totp: z.string().trim(),
});
type Values = z.infer<typeof schema>;

async function signIn({ email, password, totp }: Values): Promise<void> {
    const user = await session.signIn(email, password, totp === '' ? undefined : totp);
    // The language of the account holds where this browser was never told another.
    if (preferences.language() === null && isLanguage(user.locale)) await speak(user.locale);
}

export default function SignInPage() {
    const { t } = useTranslation();
    const [search] = useSearchParams();
    const state = useSession();
    const fieldText = useFieldText();
    const signingIn = useMutation({ mutationFn: signIn });
    const { register, handleSubmit, setError, formState } = useForm<Values>({
        resolver: zodResolver(schema),
        defaultValues: { email: '', password: '', totp: '' },
    });
    const { errors } = formState;
    const codeDue = isProblem(signingIn.error, 'TOTP_REQUIRED') || formState.dirtyFields.totp === true;
    if (state.phase === 'restoring') return <Loading />;
    if (state.phase === 'signedIn') {
        return <Navigate to={nextAddress(search.get('next'), isStaff(state.user) ? '/day' : '/visits')} replace />;
    }
    const submit = handleSubmit((values) =>
        signingIn.mutate(values, { onError: (error) => showAtFields<Values>(error, ['email', 'password', 'totp'], setError) }),
    );
    return (
        <Page title={t('signIn.title')} width="narrow">
            {search.has('unreached') && <Alert tone="warn">{<p>{t('signIn.unreached')}</p>}</Alert>}
            {state.reason !== undefined && !signingIn.isError && !search.has('unreached') && (
                <Alert tone="info">{<p>{t(`signIn.${state.reason}`)}</p>}</Alert>
            )}
            <Card>
                <form noValidate onSubmit={(event) => void submit(event)}>
                    <Stack>
                        <TextField label={t('account.email')} type="email" dir="ltr" autoComplete="username" error={fieldText(errors.email)} {...register('email')} />
                        <PasswordField label={t('account.password')} autoComplete="current-password" error={fieldText(errors.password)} {...register('password')} />
                        {codeDue && (
                            <TextField
                                label={t('signIn.totp')}
                                hint={t('signIn.totpHint')}
                                inputMode="numeric"
                                dir="ltr"
                                autoComplete="one-time-code"
                                error={fieldText(errors.totp)}
                                {...register('totp')}
                            />
                        )}
                        {signingIn.isError && Object.keys(errors).length === 0 && <Failed error={signingIn.error} />}
                        <Button type="submit" wide busy={signingIn.isPending}>
                            {t('signIn.submit')}
                        </Button>
                    </Stack>
                </form>
            </Card>
            <p className={styles.between}>
                <Link to="/forgot-password">{t('signIn.forgot')}</Link>
                <Link to="/register">{t('signIn.register')}</Link>
            </p>
        </Page>
    );
}
