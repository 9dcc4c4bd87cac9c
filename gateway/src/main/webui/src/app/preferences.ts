/**
 * All that this client keeps in the browser's storage: language, colours, and whether somebody signed in here before.
 * Nothing about a person, nothing clinical, no token.
 */
export type Theme = 'system' | 'light' | 'dark';

const LANGUAGE = 'smart-doctor.language';
const THEME = 'smart-doctor.theme';
const SIGNED_IN = 'smart-doctor.signed-in';

function read(key: string): string | null {
    try {
        return window.localStorage.getItem(key);
    } catch {
        // Storage is forbidden in this browser: every visit starts with the defaults.
        return null;
    }
}

function write(key: string, value: string | null): void {
    try {
        if (value === null) window.localStorage.removeItem(key);
        else window.localStorage.setItem(key, value);
    } catch {
        // As above: the choice holds until the page is closed.
    }
}

export const preferences = {
    language: (): string | null => read(LANGUAGE),
    rememberLanguage: (language: string): void => write(LANGUAGE, language),
    theme(): Theme {
        const value = read(THEME);
        return value === 'light' || value === 'dark' ? value : 'system';
    },
    rememberTheme: (theme: Theme): void => write(THEME, theme === 'system' ? null : theme),
    signedInBefore: (): boolean => read(SIGNED_IN) === 'yes',
    rememberSignIn: (signedIn: boolean): void => write(SIGNED_IN, signedIn ? 'yes' : null),
};
