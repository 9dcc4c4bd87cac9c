import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { i18n, LANGUAGES, speak } from '../src/i18n/i18n';

type Texts = { [key: string]: string | Texts };
const PLURAL = /_(zero|one|two|few|many|other)$/;

function flatten(texts: Texts, prefix = ''): Map<string, string> {
    const flat = new Map<string, string>();
    for (const [key, value] of Object.entries(texts)) {
        if (typeof value === 'string') flat.set(prefix + key, value);
        else for (const entry of flatten(value, `${prefix}${key}.`)) flat.set(...entry);
    }
    return flat;
}

function textsOf(language: string): Map<string, string> {
    return flatten(JSON.parse(readFileSync(join('src/i18n/locales', `${language}.json`), 'utf8')) as Texts);
}

const english = textsOf('en');
const stems = (texts: Map<string, string>) => new Set([...texts.keys()].map((key) => key.replace(PLURAL, '')));
const others = Object.keys(LANGUAGES).filter((language) => language !== 'en');

describe.each(others)('the texts of %s', (language) => {
    const texts = textsOf(language);

    it('have the same keys as the English ones', () => {
        expect([...stems(texts)].sort()).toEqual([...stems(english)].sort());
    });

    it('leave nothing empty', () => {
        expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
    });

    it('speak of the same values', () => {
        const values = (text: string | undefined) => [...new Set((text ?? '').match(/{{\w+}}/g))].sort();
        for (const [key, text] of texts) {
            if (!PLURAL.test(key)) expect([key, values(text)]).toEqual([key, values(english.get(key))]);
        }
    });
});

describe.each(Object.keys(LANGUAGES))('counting in %s', (language) => {
    const texts = textsOf(language);
    const counted = [...stems(texts)].filter((stem) => texts.has(`${stem}_other`));

    it('has every form that the language has', () => {
        const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        for (const stem of counted) {
            for (const form of forms) expect([stem, form, texts.has(`${stem}_${form}`)]).toEqual([stem, form, true]);
        }
        expect(counted.length).toBeGreaterThan(0);
    });
});

describe('the pages', () => {
    it('use no text that does not exist', () => {
        const used = readdirSync('src', { recursive: true, encoding: 'utf8' })
            .filter((name) => /\.tsx?$/.test(name))
            .flatMap((name) => [...readFileSync(join('src', name), 'utf8').matchAll(/\bt\('([\w.-]+)'/g)].map((match) => match[1] ?? ''));
        const known = stems(english);
        expect(used.filter((key) => !known.has(key))).toEqual([]);
        expect(used.length).toBeGreaterThan(100);
    });

    it('turn with the language', async () => {
        await speak('ar');
        expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' });
        expect(i18n.t('nav.signIn')).toBe('دخول');
        await speak('en');
        expect(document.documentElement).toMatchObject({ lang: 'en', dir: 'ltr' });
    });
});
