import { useQuery } from '@tanstack/react-query';
import { MapPin } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FreeDay, Slot } from '../api/contract';
import { useLocale } from '../i18n/useLocale';
import { dateParts, hourOfLocal, sameClock, shortDayOf, timeOf, viewerZone, zoneName } from '../time/time';
import { Failed, Loading } from '../ui/states';
import { locationsQuery, slotsQuery } from './availability';
import styles from './SlotPicker.module.css';

interface SlotPickerProps {
    doctorId: string;
    /** The days of this doctor that have something free, in order. */
    days: FreeDay[];
    date: string | null;
    onDate: (date: string) => void;
    /** Undefined where the times are shown only. */
    onSlot: ((slot: Slot) => void) | undefined;
}

export function SlotPicker({ doctorId, days, date, onDate, onSlot }: SlotPickerProps) {
    const { t } = useTranslation();
    const language = useLocale();
    const chosen = days.find((day) => day.date === date)?.date ?? days[0]?.date ?? '';
    const slots = useQuery({ ...slotsQuery(doctorId, chosen), enabled: chosen !== '' });
    const full = chosen === '' ? '' : dateParts(chosen, language).full;
    return (
        <>
            <div className={styles.days} role="group" aria-label={t('slots.days')}>
                {days.map((day) => {
                    const parts = dateParts(day.date, language);
                    return (
                        <button
                            key={day.date}
                            type="button"
                            className={styles.day}
                            aria-pressed={day.date === chosen}
                            aria-label={`${parts.full}, ${t('slots.free', { count: day.count })}`}
                            onClick={() => onDate(day.date)}
                        >
                            <span>{parts.weekday}</span>
                            <strong>{parts.day}</strong>
                            <span>{parts.month}</span>
                        </button>
                    );
                })}
            </div>
            <div className={styles.place} role="group" aria-label={t('slots.timesOn', { day: full })}>
                {slots.isPending && <Loading lines={1} />}
                {slots.isError && <Failed error={slots.error} onRetry={() => void slots.refetch()} />}
                {slots.isSuccess && slots.data.length === 0 && <p className="soft">{t('slots.gone')}</p>}
                {slots.isSuccess && byLocation(slots.data).map((group) => <Place key={group[0]?.locationId} slots={group} onSlot={onSlot} />)}
            </div>
        </>
    );
}

/** The times at one location: they are its own clock's, so its zone stands beside its name. */
function Place({ slots, onSlot }: { slots: Slot[]; onSlot: SlotPickerProps['onSlot'] }) {
    const { t } = useTranslation();
    const language = useLocale();
    const locations = useQuery(locationsQuery());
    const first = slots[0];
    if (first === undefined) return null;
    const location = locations.data?.find(({ id }) => id === first.locationId);
    const parts = [
        { name: t('slots.morning'), slots: slots.filter(({ start }) => hourOfLocal(start) < 12) },
        { name: t('slots.afternoon'), slots: slots.filter(({ start }) => hourOfLocal(start) >= 12 && hourOfLocal(start) < 17) },
        { name: t('slots.evening'), slots: slots.filter(({ start }) => hourOfLocal(start) >= 17) },
    ];
    return (
        <>
            <p className={styles.where}>
                <MapPin size={17} aria-hidden="true" />
                {location !== undefined && <strong dir="auto">{location.name}</strong>}
                <span className="soft">{zoneName(first.start, first.timeZone, language)}</span>
            </p>
            {parts
                .filter((part) => part.slots.length > 0)
                .map((part) => (
                    <div key={part.name} className={styles.part}>
                        <h3>{part.name}</h3>
                        <div className={styles.slots}>
                            {part.slots.map((slot) => (
                                <Time key={slot.start} slot={slot} onSlot={onSlot} />
                            ))}
                        </div>
                    </div>
                ))}
        </>
    );
}

function Time({ slot, onSlot }: { slot: Slot; onSlot: SlotPickerProps['onSlot'] }) {
    const language = useLocale();
    const face = (
        <>
            {timeOf(slot.start, slot.timeZone, language)}
            <ViewersTime slot={slot} />
        </>
    );
    if (onSlot === undefined) return <span className={`${styles.slot} ${styles.shown}`}>{face}</span>;
    return (
        <button type="button" className={styles.slot} onClick={() => onSlot(slot)}>
            {face}
        </button>
    );
}

function ViewersTime({ slot }: { slot: Slot }) {
    const { t } = useTranslation();
    const language = useLocale();
    const own = viewerZone();
    if (sameClock(slot.start, slot.timeZone, own)) return null;
    const sameDay = shortDayOf(slot.start, own, language) === shortDayOf(slot.start, slot.timeZone, language);
    const time = sameDay
        ? timeOf(slot.start, own, language)
        : `${shortDayOf(slot.start, own, language)} ${timeOf(slot.start, own, language)}`;
    return <small>{t('slots.yours', { time })}</small>;
}

function byLocation(slots: readonly Slot[]): Slot[][] {
    const groups = new Map<string, Slot[]>();
    for (const slot of slots) groups.set(slot.locationId, [...(groups.get(slot.locationId) ?? []), slot]);
    return [...groups.values()];
}
