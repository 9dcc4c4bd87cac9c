import { MailCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { Card } from '../ui/states';
import styles from './account.module.css';

/** The same words whether or not the address was known: nobody learns here who has an account. */
export default function MailSentPage() {
    const { t } = useTranslation();
    const state: unknown = useLocation().state;
    const email = typeof state === 'object' && state !== null && 'email' in state ? String(state.email) : undefined;
    return (
        <Page title={t('mailSent.title')} width="narrow">
            <Card>
                <span className={styles.mark}>
                    <MailCheck size={28} aria-hidden="true" />
                </span>
                <p>{email === undefined ? t('mailSent.text') : t('mailSent.textTo', { email })}</p>
                <p className="soft">{t('mailSent.spam')}</p>
                <ButtonLink to="/sign-in" look="secondary">
                    {t('nav.signIn')}
                </ButtonLink>
            </Card>
        </Page>
    );
}
