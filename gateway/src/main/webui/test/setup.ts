import { cleanup } from '@testing-library/react';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startLanguages } from '../src/i18n/i18n';
import { session } from '../src/session/session';
import { server } from './server';

beforeAll(async () => {
    // Whatever a test did not expect to be asked is a failure of that test.
    server.listen({ onUnhandledRequest: 'error' });
    await startLanguages();
});

afterEach(() => {
    cleanup();
    server.resetHandlers();
    session.end('signedOut');
});

afterAll(() => server.close());
