import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Profile } from '../api/contract';
import { showAtFields } from '../api/formProblems';
import { z } from '../api/schema';
import { useFieldText } from '../api/useFieldText';
import { LANGUAGES } from '../i18n/i18n';
import { session } from '../session/session';
import { Alert } from '../ui/Alert';
import { Button } from '../ui/Button';
import { SelectField, TextField } from '../ui/Field';
import { Failed, Stack } from '../ui/states';
import { changeProfile } from './accountCalls';

const schema = z.object({
    fullName: z.string().trim().min(1, 'REQUIRED').max(120, 'TOO_LONG'),
    phone: z.string().trim(),
    locale: z.string(),
    timeZone: z.string(),
});
type Values = z.infer<typeof schema>;

export function ProfileForm({ profile }: { profile: Profile }) {
    const { t } = useTranslation();
    const client = useQueryClient();
    const fieldText = useFieldText();
    const change = useMutation({
        mutationFn: changeProfile,
        onSuccess: (_, { fullName = profile.fullName, locale = profile.locale, timeZone = profile.timeZone }) => {
            session.rename({ fullName, locale, timeZone });
            return client.invalidateQueries({ queryKey: ['profile'] });
        },
    });
    const { register, handleSubmit, setError, formState } = useForm<Values>({
        resolver: zodResolver(schema),
        defaultValues: { fullName: profile.fullName, phone: profile.phone ?? '', locale: profile.locale, timeZone: profile.timeZone },
    });
    const { errors } = formState;
    const submit = handleSubmit(({ phone, ...rest }) =>
        change.mutate(
            { ...rest, phone: phone === '' ? null : phone },
            { onError: (error) => showAtFields<Values>(error, ['fullName', 'phone', 'locale', 'timeZone'], setError) },
        ),
    );
    return (
        <form noValidate onSubmit={(event) => void submit(event)}>
            <Stack>
                <p className="soft">{profile.email}</p>
                <TextField label={t('account.fullName')} dir="auto" autoComplete="name" error={fieldText(errors.fullName)} {...register('fullName')} />
                <TextField label={t('account.phone')} optional type="tel" dir="ltr" autoComplete="tel" hint={t('account.phoneHint')} error={fieldText(errors.phone)} {...register('phone')} />
                <SelectField label={t('settings.mailLanguage')} error={fieldText(errors.locale)} {...register('locale')}>
                    {Object.entries(LANGUAGES).map(([code, name]) => (
                        <option key={code} value={code} lang={code}>
                            {name}
                        </option>
                    ))}
                </SelectField>
                <SelectField label={t('settings.timeZone')} error={fieldText(errors.timeZone)} {...register('timeZone')}>
                    {zones(profile.timeZone).map((zone) => (
                        <option key={zone} value={zone}>
                            {zone.replaceAll('_', ' ')}
                        </option>
                    ))}
                </SelectField>
                {change.isError && Object.keys(errors).length === 0 && <Failed error={change.error} />}
                {change.isSuccess && <Alert tone="good">{<p>{t('settings.saved')}</p>}</Alert>}
                <div>
                    <Button type="submit" busy={change.isPending}>
                        {t('settings.save')}
                    </Button>
                </div>
            </Stack>
        </form>
    );
}

/** All zones that the browser knows, and the account's own even where it has another spelling. */
function zones(own: string): string[] {
    return [...new Set([own, ...Intl.supportedValuesOf('timeZone')])].sort();
}
