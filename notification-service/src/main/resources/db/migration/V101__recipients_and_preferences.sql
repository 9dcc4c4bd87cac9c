-- What auth-service said of an account when it was last asked. A row with fresh = false only remembers that something
-- changed (epoch counts the changes), so that an answer asked for before the change is never stored after it.
create table recipient (
    account_id uuid    not null constraint recipient_pk primary key,
    epoch      bigint  not null default 0,
    fresh      boolean not null default false,
    email      text,
    full_name  text,
    locale     text constraint recipient_locale_known check (locale in ('en', 'es', 'hi', 'ar')),
    time_zone  text,
    read_at    timestamptz,
    constraint recipient_whole_when_fresh
        check (not fresh or num_nulls(email, full_name, locale, time_zone, read_at) = 0)
);

-- A missing row means the defaults: reminders on, no quiet hours, the account's own language.
create table preference (
    account_id      uuid    not null constraint preference_pk primary key,
    email_reminders boolean not null,
    quiet_from      time,
    quiet_to        time,
    locale          text constraint preference_locale_known check (locale in ('en', 'es', 'hi', 'ar')),
    constraint preference_quiet_hours_whole check (num_nulls(quiet_from, quiet_to) in (0, 2)),
    constraint preference_quiet_hours_not_empty check (quiet_from <> quiet_to)
);
