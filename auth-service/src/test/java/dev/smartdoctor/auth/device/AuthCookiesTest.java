package dev.smartdoctor.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.ws.rs.core.NewCookie;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.smartdoctor.auth.mailtoken.DerivedCodes;
import dev.smartdoctor.auth.mailtoken.Purpose;

class AuthCookiesTest {
    private static final DerivedCodes CODES = new DerivedCodes("a secret");
    private static final AuthCookies COOKIES = new AuthCookies(CODES);
    private static final UUID DEVICE = UUID.randomUUID();

    static Stream<NewCookie> overHttps() {
        return Stream.of(COOKIES.refresh("token", Duration.ofHours(12), true), COOKIES.noRefresh(true),
                COOKIES.device(DEVICE, true));
    }

    @ParameterizedTest
    @MethodSource("overHttps")
    void noScriptReadsThemNoOtherSiteSendsThemAndNoOtherPathGetsThem(NewCookie cookie) {
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.STRICT);
        assertThat(cookie.getPath()).isEqualTo("/api/auth");
        assertThat(cookie.getDomain()).isNull();
    }

    @Test
    void refreshCookieEndsWithTheSessionAndIsTakenAwayAtSignOut() {
        assertThat(COOKIES.refresh("token", Duration.ofHours(12), true).getMaxAge()).isEqualTo(43_200);
        assertThat(COOKIES.noRefresh(true).getMaxAge()).isZero();
        assertThat(COOKIES.noRefresh(true).getValue()).isEmpty();
    }

    @Test
    void deviceCannotBeMadeUp() {
        String value = COOKIES.device(DEVICE, true).getValue();
        assertThat(CODES.idOf(Purpose.DEVICE, value)).contains(DEVICE);
        assertThat(CODES.idOf(Purpose.DEVICE, DEVICE.toString())).isEmpty();
        assertThat(new DerivedCodes("another").idOf(Purpose.DEVICE, value)).isEmpty();
    }
}
