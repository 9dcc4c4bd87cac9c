import { useTranslation } from 'react-i18next';
import { useLocale } from '../i18n/useLocale';
import { dayOf, sameClock, shortDayOf, timeOf, timeRange, viewerZone, zoneName } from '../time/time';
import styles from './ui.module.css';

/** When a visit is: by the clinic's clock with its zone's name, and by the viewer's own clock where that differs. */
export function VisitTime({ start, end, timeZone }: { start: string; end?: string; timeZone: string }) {
    const { t } = useTranslation();
    const language = useLocale();
    const own = viewerZone();
    const clock = (zone: string) => (end === undefined ? timeOf(start, zone, language) : timeRange(start, end, zone, language));
    return (
        <div className={styles.times}>
            <time dateTime={start} className={styles.clinicTime}>
                {dayOf(start, timeZone, language)}, {clock(timeZone)}
            </time>
            <span className={styles.zone}>{zoneName(start, timeZone, language)}</span>
            {!sameClock(start, timeZone, own) && (
                <span className={styles.zone}>
                    {t('time.yours', {
                        day: shortDayOf(start, own, language),
                        time: clock(own),
                    })}
                </span>
            )}
        </div>
    );
}
