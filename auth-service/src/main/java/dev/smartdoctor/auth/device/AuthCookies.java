package dev.smartdoctor.auth.device;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;

import dev.smartdoctor.auth.mailtoken.DerivedCodes;
import dev.smartdoctor.auth.mailtoken.Purpose;

/** The two cookies of ours; scripts can read neither, and they travel to {@code /api/auth} alone. */
@ApplicationScoped
public class AuthCookies {
    public static final String REFRESH = "refresh_token";
    public static final String DEVICE = "device";
    private static final String PATH = "/api/auth";
    private static final Duration DEVICE_LIFETIME = Duration.ofDays(365);

    private final DerivedCodes codes;

    AuthCookies(DerivedCodes codes) {
        this.codes = codes;
    }

    public NewCookie refresh(String token, Duration lifetime, boolean https) {
        return cookie(REFRESH, token, lifetime, https);
    }

    public NewCookie noRefresh(boolean https) {
        return cookie(REFRESH, "", Duration.ZERO, https);
    }

    /** Signed, so that nobody can make up the id of a device from which somebody else signs in. */
    public NewCookie device(UUID id, boolean https) {
        return cookie(DEVICE, codes.token(Purpose.DEVICE, id), DEVICE_LIFETIME, https);
    }

    private static NewCookie cookie(String name, String value, Duration lifetime, boolean https) {
        return new NewCookie.Builder(name).value(value).path(PATH).maxAge((int) lifetime.toSeconds()).httpOnly(true)
                .secure(https).sameSite(NewCookie.SameSite.STRICT).build();
    }
}
