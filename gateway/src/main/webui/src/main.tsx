import '@fontsource-variable/figtree/wght.css';
import '@fontsource-variable/noto-sans-arabic/wght.css';
import '@fontsource-variable/noto-sans-devanagari/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { reloadOnceWhenOutdated } from './app/outdated';
import { applyTheme } from './app/theme';
import { startLanguages } from './i18n/i18n';
import { session } from './session/session';

applyTheme();
reloadOnceWhenOutdated();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

// Without its answer the page works for visitors; the next load asks again.
session.restore().catch((error: unknown) => reportError(error));
await startLanguages();
createRoot(root).render(
    <StrictMode>
        <App />
    </StrictMode>,
);
