import { preferences, type Theme } from './preferences';

/** Colours follow the system unless the person chose. */
export function applyTheme(): void {
    const theme = preferences.theme();
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
}

export function chooseTheme(theme: Theme): void {
    preferences.rememberTheme(theme);
    applyTheme();
}
