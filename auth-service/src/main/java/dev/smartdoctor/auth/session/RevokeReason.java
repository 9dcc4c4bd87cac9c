package dev.smartdoctor.auth.session;

import java.util.Locale;

/** Why a session was ended before its time. */
public enum RevokeReason {
    LOGOUT, LOGOUT_ALL, ENDED_BY_OWNER, PASSWORD_CHANGED, PASSWORD_RESET, ROLES_CHANGED, DISABLED, REUSE_DETECTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
