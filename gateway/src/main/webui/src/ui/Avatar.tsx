import styles from './Avatar.module.css';

const TITLES = /^(dr|prof|dra|mr|mrs|ms)\.?$/i;

/** First letters of the first and last name; titles are not names. */
export function initials(name: string): string {
    const words = name.split(/\s+/).filter((word) => word !== '' && !TITLES.test(word));
    const first = firstLetter(words[0]);
    return (words.length > 1 ? first + firstLetter(words.at(-1)) : first).toLocaleUpperCase();
}

/** The first letter as a reader sees it, with the marks that belong to it. */
function firstLetter(word = ''): string {
    const [letter] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word);
    return letter?.segment ?? '';
}

export function Avatar({ name, small = false }: { name: string; small?: boolean }) {
    return (
        <span className={`${styles.avatar} ${small ? styles.small : ''}`} aria-hidden="true">
            {initials(name)}
        </span>
    );
}
