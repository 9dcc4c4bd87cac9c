package dev.smartdoctor.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;

import org.junit.jupiter.api.Test;

class TrustedProxiesTest {
    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", " 192.0.2.7", "2001:db8:1::/48"));

    @Test
    void believesNobodyByDefault() {
        assertThat(new TrustedProxies(List.of()).client("10.0.0.1", "203.0.113.9")).isEqualTo("10.0.0.1");
    }

    @Test
    void walksFromTheRightToTheFirstThatIsNotTrusted() {
        assertThat(proxies.client("10.0.0.1", "6.6.6.6, 203.0.113.9, 10.2.3.4")).isEqualTo("203.0.113.9");
        assertThat(proxies.client("192.0.2.7", "203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(proxies.client("2001:db8:1:2::5", "2001:db8:9::1")).isEqualTo("2001:db8:9::1");
        assertThat(proxies.client("203.0.113.9", "6.6.6.6")).isEqualTo("203.0.113.9");
    }

    @Test
    void staysWithTheLastKnownHopWhereTheHeaderIsNotAnAddress() {
        assertThat(proxies.client("10.0.0.1", "unknown")).isEqualTo("10.0.0.1");
        assertThat(proxies.client("10.0.0.1", "203.0.113.9, , 10.2.3.4")).isEqualTo("10.2.3.4");
        assertThat(proxies.client("10.0.0.1", null)).isEqualTo("10.0.0.1");
    }

    @Test
    void countsOneIpv6CustomerOnceAndMappedAddressesAsIpv4() {
        assertThat(TrustedProxies.bucketOf("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(TrustedProxies.bucketOf("2001:db8:1:2::1"));
        assertThat(TrustedProxies.bucketOf("2001:db8:1:3::1")).isNotEqualTo(TrustedProxies.bucketOf("2001:db8:1:2::1"));
        assertThat(proxies.trusts("::ffff:10.1.1.1")).isTrue();
        assertThat(TrustedProxies.bucketOf("203.0.113.9")).isEqualTo("203.0.113.9");
    }

    @Test
    void refusesASettingThatIsNoNetwork() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of("proxy.example")));
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of("10.0.0.0/33")));
    }
}
