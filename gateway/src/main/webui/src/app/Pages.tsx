import { lazy, Suspense, type ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { LandingPage } from '../landing/LandingPage';
import { isStaff, useSession } from '../session/useSession';
import { ButtonLink } from '../ui/Button';
import { Page } from '../ui/Page';
import { Loading } from '../ui/states';
import { signInAddress } from './addresses';

const RegisterPage = lazy(() => import('../account/RegisterPage'));
const MailSentPage = lazy(() => import('../account/MailSentPage'));
const VerifyEmailPage = lazy(() => import('../account/VerifyEmailPage'));
const SignInPage = lazy(() => import('../account/SignInPage'));
const ForgotPasswordPage = lazy(() => import('../account/ForgotPasswordPage'));
const ResetPasswordPage = lazy(() => import('../account/ResetPasswordPage'));
const SettingsPage = lazy(() => import('../account/SettingsPage'));
const SpecialtiesPage = lazy(() => import('../booking/SpecialtiesPage'));
const DoctorsPage = lazy(() => import('../booking/DoctorsPage'));
const ConfirmPage = lazy(() => import('../booking/ConfirmPage'));
const VisitsPage = lazy(() => import('../visits/VisitsPage'));
const VisitPage = lazy(() => import('../visits/VisitPage'));
const ReschedulePage = lazy(() => import('../visits/ReschedulePage'));
const AssistantPage = lazy(() => import('../assistant/AssistantPage'));
const NotificationsPage = lazy(() => import('../notifications/NotificationsPage'));
const DayBoardPage = lazy(() => import('../staff/DayBoardPage'));

export function Pages() {
    return (
        <Suspense fallback={<Loading />}>
            <Routes>
                <Route path="/" element={<LandingPage />} />
                <Route path="/register" element={<RegisterPage />} />
                <Route path="/register/sent" element={<MailSentPage />} />
                <Route path="/verify-email" element={<VerifyEmailPage />} />
                <Route path="/sign-in" element={<SignInPage />} />
                <Route path="/forgot-password" element={<ForgotPasswordPage />} />
                <Route path="/reset-password" element={<ResetPasswordPage />} />
                <Route path="/book" element={<SpecialtiesPage />} />
                <Route path="/book/confirm" element={<Members><ConfirmPage /></Members>} />
                <Route path="/book/:specialty" element={<DoctorsPage />} />
                <Route path="/visits" element={<Members><VisitsPage /></Members>} />
                <Route path="/visits/:id" element={<Members><VisitPage /></Members>} />
                <Route path="/visits/:id/reschedule" element={<Members><ReschedulePage /></Members>} />
                <Route path="/assistant" element={<Members><AssistantPage /></Members>} />
                <Route path="/assistant/:id" element={<Members><AssistantPage /></Members>} />
                <Route path="/notifications" element={<Members><NotificationsPage /></Members>} />
                <Route path="/settings" element={<Members><SettingsPage /></Members>} />
                <Route path="/day" element={<Members staff><DayBoardPage /></Members>} />
                {/* The addresses that mails use. */}
                <Route path="/login" element={<Navigate to="/sign-in" replace />} />
                <Route path="/account" element={<Navigate to="/settings" replace />} />
                <Route path="/appointments" element={<Navigate to="/visits" replace />} />
                <Route path="/doctors" element={<Navigate to="/book" replace />} />
                <Route path="*" element={<NotFoundPage />} />
            </Routes>
        </Suspense>
    );
}

/** Lets signed-in people in and leads everyone else to the sign-in, and back here afterwards. */
function Members({ children, staff = false }: { children: ReactNode; staff?: boolean }) {
    const session = useSession();
    const location = useLocation();
    if (session.phase === 'restoring') return <Loading />;
    if (session.phase === 'anonymous') {
        return <Navigate to={session.reason === 'signedOut' ? '/sign-in' : signInAddress(location)} replace />;
    }
    return staff && !isStaff(session.user) ? <NotFoundPage /> : children;
}

function NotFoundPage() {
    const { t } = useTranslation();
    return (
        <Page title={t('notFound.title')} intro={t('notFound.text')}>
            <div>
                <ButtonLink to="/">{t('notFound.home')}</ButtonLink>
            </div>
        </Page>
    );
}
