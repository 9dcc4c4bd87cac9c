import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Alert } from '../ui/Alert';
import { Button, ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { Card, Failed } from '../ui/states';
import { verifyEmail } from './accountCalls';

/** A press of the button verifies, not the arrival: mail scanners open links too. */
export default function VerifyEmailPage() {
    const { t } = useTranslation();
    const [search] = useSearchParams();
    const token = search.get('token') ?? '';
    const verification = useMutation({ mutationFn: verifyEmail });
    // The pressed button goes: the focus follows to what it did.
    const done = useRef<HTMLDivElement>(null);
    useEffect(() => done.current?.focus(), [verification.isSuccess]);
    return (
        <Page title={t('verify.title')} width="narrow">
            <Card>
                {token === '' && <Alert tone="bad">{<p>{t('verify.noToken')}</p>}</Alert>}
                {token !== '' && !verification.isSuccess && (
                    <>
                        <p>{t('verify.text')}</p>
                        {verification.isError && <Failed error={verification.error} />}
                        <Button wide busy={verification.isPending} onClick={() => verification.mutate(token)}>
                            {t('verify.submit')}
                        </Button>
                        {/* Who has used the link before only wants in. */}
                        {verification.isError && (
                            <ButtonLink to="/sign-in" look="secondary" wide>
                                {t('nav.signIn')}
                            </ButtonLink>
                        )}
                    </>
                )}
                {verification.isSuccess && (
                    <>
                        <div ref={done} tabIndex={-1}>
                            <Alert tone="good" title={t('verify.done')}>
                                <p>{t('verify.doneText')}</p>
                            </Alert>
                        </div>
                        <ButtonLink to="/sign-in" wide>
                            {t('nav.signIn')}
                        </ButtonLink>
                    </>
                )}
            </Card>
        </Page>
    );
}
