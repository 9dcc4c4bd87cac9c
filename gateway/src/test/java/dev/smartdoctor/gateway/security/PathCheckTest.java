package dev.smartdoctor.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathCheckTest {

    @ParameterizedTest
    @ValueSource(strings = { "/", "/api/doctors", "/api/doctors?specialty=ent&q=O%E2%80%99Brien",
            "/api/slots?from=2026-01-01",
            "/assets/index-B1a2c3.js", "/api/appointments/0b7c.ics", "/a%20b", "/api/doctors?q=a%2Fb..%2E;c",
            "/.well-known/jwks.json",
            "/api/x...y", "/api/..." })
    void letsOrdinaryAddressesPass(String target) {
        assertThat(PathCheck.isSafe(target)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "*", "api", "//", "//evil.example/api", "/api//doctors", "/./api", "/api/.", "/api/..",
            "/..",
            "/api/../internal/token", "/api/%2e%2e/internal", "/api/%2E", "/api%2fdoctors", "/api%5Cdoctors",
            "/api\\doctors",
            "/api/%25", "/api/%252e", "/api/%00", "/api;a=b/doctors", "/api/doctors;jsessionid=1", "/api/%3b", "/api/é",
            "/api/%c3%a9", "/api/%7f", "/api/%0d%0a", "/api/%", "/api/%4", "/api/%zz", "/api/doc tors", "/api/\t",
            "/api/#x",
            "/api/<x>", "/api?q=%00", "/api?q=%", "/api?q=é", "/api?q=#" })
    void refusesWhatTwoReadersCouldReadInTwoWays(String target) {
        assertThat(PathCheck.isSafe(target)).isFalse();
    }
}
