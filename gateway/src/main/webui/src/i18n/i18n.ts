import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { preferences } from '../app/preferences';
import en from './locales/en.json';

/** The languages of the product, each by its own name. */
export const LANGUAGES = { en: 'English', es: 'Español', hi: 'हिन्दी', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);
const others = import.meta.glob<{ default: object }>(['./locales/*.json', '!./locales/en.json']);

export function isLanguage(value: string | null | undefined): value is Language {
    return value !== null && value !== undefined && value in LANGUAGES;
}

/** What the person chose here; else the first of the browser's languages that we speak; else English. */
export function preferredLanguage(): Language {
    const chosen = preferences.language();
    if (isLanguage(chosen)) return chosen;
    const spoken = navigator.languages.map((tag) => tag.split('-')[0]);
    return spoken.find(isLanguage) ?? 'en';
}

export async function speak(language: Language): Promise<void> {
    if (!i18n.hasResourceBundle(language, 'translation')) {
        const load = others[`./locales/${language}.json`];
        if (load === undefined) throw new Error(`No texts for ${language}`);
        i18n.addResourceBundle(language, 'translation', (await load()).default);
    }
    await i18n.changeLanguage(language);
    document.documentElement.lang = language;
    document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

export async function startLanguages(): Promise<void> {
    await i18n.use(initReactI18next).init({
        resources: { en: { translation: en } },
        lng: 'en',
        fallbackLng: 'en',
        // React escapes what it shows.
        interpolation: { escapeValue: false },
        returnNull: false,
    });
    await speak(preferredLanguage());
}

export { i18n };
