import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { session } from '../session/session';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import { Card, Failed, Loading } from '../ui/states';
import { readProfile } from './accountCalls';
import { PasswordForm } from './PasswordForm';
import { ProfileForm } from './ProfileForm';
import { Sessions } from './Sessions';

export default function SettingsPage() {
    const { t } = useTranslation();
    const profile = useQuery({ queryKey: ['profile'], queryFn: ({ signal }) => readProfile(signal) });
    return (
        <Page title={t('settings.title')}>
            <Card as="section" label={t('settings.profile')}>
                <h2>{t('settings.profile')}</h2>
                {profile.isPending && <Loading lines={2} />}
                {profile.isError && <Failed error={profile.error} onRetry={() => void profile.refetch()} />}
                {profile.isSuccess && <ProfileForm profile={profile.data} />}
            </Card>
            <Card as="section" label={t('settings.password')}>
                <h2>{t('settings.password')}</h2>
                <PasswordForm />
            </Card>
            <SignOutEverywhere />
        </Page>
    );
}

function SignOutEverywhere() {
    const { t } = useTranslation();
    const navigate = useNavigate();
    const leaving = useMutation({
        mutationFn: () => session.signOut(true),
        onSuccess: () => void navigate('/sign-in'),
    });
    return (
        <Card as="section" label={t('settings.everywhere')}>
            <h2>{t('settings.everywhere')}</h2>
            <Sessions />
            <p className="soft">{t('settings.everywhereText')}</p>
            {leaving.isError && <Failed error={leaving.error} />}
            <div>
                <Button look="secondary" busy={leaving.isPending} onClick={() => leaving.mutate()}>
                    {t('settings.everywhereSubmit')}
                </Button>
            </div>
        </Card>
    );
}
