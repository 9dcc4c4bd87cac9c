import { Languages } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, speak, type Language } from '../i18n/i18n';
import { useLocale } from '../i18n/useLocale';
import { Menu, MenuChoice, MenuRule, MenuTitle } from '../ui/Menu';
import styles from './Layout.module.css';
import { preferences, type Theme } from './preferences';
import { chooseTheme } from './theme';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Language and colours of this browser: for visitors too. */
export function LookMenu() {
    const { t } = useTranslation();
    const current = useLocale();
    const [theme, setTheme] = useState<Theme>(() => preferences.theme());
    const chooseLanguage = (language: Language) => {
        preferences.rememberLanguage(language);
        speak(language).catch((error: unknown) => reportError(error));
    };
    return (
        <Menu label={t('look.menu')} faceClass={styles.icon} face={<Languages size={22} aria-hidden="true" />}>
            <MenuTitle>{t('look.language')}</MenuTitle>
            {(Object.keys(LANGUAGES) as Language[]).map((language) => (
                <MenuChoice key={language} lang={language} chosen={language === current} onChoose={() => chooseLanguage(language)}>
                    {LANGUAGES[language]}
                </MenuChoice>
            ))}
            <MenuRule />
            <MenuTitle>{t('look.theme')}</MenuTitle>
            {THEMES.map((choice) => (
                <MenuChoice
                    key={choice}
                    chosen={choice === theme}
                    onChoose={() => {
                        chooseTheme(choice);
                        setTheme(choice);
                    }}
                >
                    {t(`look.${choice}`)}
                </MenuChoice>
            ))}
        </Menu>
    );
}
