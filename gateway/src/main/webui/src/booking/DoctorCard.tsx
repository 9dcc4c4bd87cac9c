import { Languages as LanguagesIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Doctor, FreeDay, Slot } from '../api/contract';
import { useLocale } from '../i18n/useLocale';
import { shortDayOf, timeOf } from '../time/time';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { Card } from '../ui/states';
import styles from './DoctorCard.module.css';
import { SlotPicker } from './SlotPicker';

interface DoctorCardProps {
    doctor: Doctor;
    days: FreeDay[];
    open: boolean;
    date: string | null;
    onOpen: () => void;
    onDate: (date: string) => void;
    /** Undefined for those who may look but not book. */
    onSlot: ((slot: Slot) => void) | undefined;
}

export function DoctorCard({ doctor, days, open, date, onOpen, onDate, onSlot }: DoctorCardProps) {
    const { t } = useTranslation();
    const language = useLocale();
    const first = days[0]?.first;
    return (
        <Card as="article" label={doctor.fullName}>
            <div className={styles.head}>
                <Avatar name={doctor.fullName} />
                <div className={styles.who}>
                    <h2>
                        <bdi>{doctor.fullName}</bdi>
                    </h2>
                    {doctor.bio !== null && <p className="soft" dir="auto">{doctor.bio}</p>}
                    {doctor.languages.length > 0 && (
                        <p className={styles.speaks}>
                            <LanguagesIcon size={16} aria-hidden="true" />
                            {t('doctors.speaks', { languages: languageNames(doctor.languages, language) })}
                        </p>
                    )}
                </div>
                {!open && first !== undefined && (
                    <div className={styles.next}>
                        <span className="soft">
                            {t('doctors.next', {
                                when: `${shortDayOf(first.start, first.timeZone, language)}, ${timeOf(first.start, first.timeZone, language)}`,
                            })}
                        </span>
                        <Button look="secondary" onClick={onOpen} aria-label={t('doctors.showOf', { doctor: doctor.fullName })}>
                            {t('doctors.show')}
                        </Button>
                    </div>
                )}
            </div>
            {first === undefined && <p className="soft">{t('doctors.nothingFree')}</p>}
            {open && first !== undefined && <SlotPicker doctorId={doctor.id} days={days} date={date} onDate={onDate} onSlot={onSlot} />}
        </Card>
    );
}

function languageNames(codes: readonly string[], language: string): string {
    const names = new Intl.DisplayNames(language, { type: 'language' });
    return new Intl.ListFormat(language, { type: 'conjunction' }).format(codes.map((code) => names.of(code) ?? code));
}
