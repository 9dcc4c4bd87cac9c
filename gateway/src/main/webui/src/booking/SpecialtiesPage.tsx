import { useQuery } from '@tanstack/react-query';
import {
    Activity,
    Baby,
    Bone,
    Brain,
    Droplets,
    Ear,
    Eye,
    Flower2,
    HandHeart,
    HeartPulse,
    Smile,
    Stethoscope,
    Utensils,
    type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../ui/Page';
import { Failed, Loading } from '../ui/states';
import { specialtiesQuery } from './availability';
import styles from './SpecialtiesPage.module.css';
import { useSpecialtyName } from './useSpecialtyName';

const ICONS: Record<string, LucideIcon> = {
    general_practice: Stethoscope,
    cardiology: HeartPulse,
    dermatology: HandHeart,
    neurology: Brain,
    orthopaedics: Bone,
    ophthalmology: Eye,
    ent: Ear,
    gastroenterology: Utensils,
    gynaecology: Flower2,
    urology: Droplets,
    paediatrics: Baby,
    psychiatry: Smile,
};

export default function SpecialtiesPage() {
    const { t, i18n } = useTranslation();
    const nameOf = useSpecialtyName();
    const specialties = useQuery(specialtiesQuery());
    return (
        <Page title={t('specialties.title')} intro={t('specialties.intro')} width="wide">
            {specialties.isPending && <Loading lines={4} />}
            {specialties.isError && <Failed error={specialties.error} onRetry={() => void specialties.refetch()} />}
            {specialties.isSuccess && (
                <ul className={styles.grid}>
                    {specialties.data.map(({ code }) => {
                        const Icon = ICONS[code] ?? Activity;
                        return (
                            <li key={code}>
                                <Link to={`/book/${code}`} className={styles.tile}>
                                    <span className={styles.mark}>
                                        <Icon size={24} aria-hidden="true" />
                                    </span>
                                    <span className={styles.words}>
                                        <strong>{nameOf(code)}</strong>
                                        {i18n.exists(`specialtyFor.${code}`) && <span className="soft">{t(`specialtyFor.${code}`)}</span>}
                                    </span>
                                </Link>
                            </li>
                        );
                    })}
                </ul>
            )}
        </Page>
    );
}
