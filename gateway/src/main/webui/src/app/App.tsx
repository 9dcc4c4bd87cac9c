import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BrowserRouter } from 'react-router';
import { endWhenIdle } from '../session/idle';
import { useSession } from '../session/useSession';
import { ErrorBoundary } from './ErrorBoundary';
import { Layout } from './Layout';
import { Pages } from './Pages';
import { purgeOnChangeOfPerson, queries } from './queries';

export function App() {
    const session = useSession();
    useEffect(purgeOnChangeOfPerson, []);
    useEffect(endWhenIdle, []);
    // Another person starts with fresh pages: no form or list of the last one stays on the screen.
    const person = session.phase === 'signedIn' ? session.user.id : 'visitor';
    return (
        <ErrorBoundary>
            <QueryClientProvider client={queries}>
                <BrowserRouter>
                    <Layout key={person}>
                        <Pages />
                    </Layout>
                </BrowserRouter>
            </QueryClientProvider>
        </ErrorBoundary>
    );
}
