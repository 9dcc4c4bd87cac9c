package dev.smartdoctor.auth.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworksTest {
    @Test
    void showsTheNetworkAndNotTheAddress() {
        assertThat(Networks.of("203.0.113.77")).isEqualTo("203.0.113.0/24");
        assertThat(Networks.of("2001:db8:1:2:3:4:5:6")).isEqualTo("2001:db8:1:2::/64");
        assertThat(Networks.of("unknown")).isEqualTo("unknown");
    }

    @Test
    void oneSubscriberOfIpv6IsOneAddress() {
        assertThat(Networks.limited("2001:db8:1:2:3:4:5:6")).isEqualTo(Networks.limited("2001:db8:1:2::1"));
        assertThat(Networks.limited("203.0.113.77")).isEqualTo("203.0.113.77");
    }

    @Test
    void namesDevicesAsPeopleDo() {
        assertThat(DeviceLabel.of("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
                + "Chrome/130.0 Safari/537.36 Edg/130.0")).isEqualTo("Edge on Windows");
        assertThat(DeviceLabel.of("Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"))
                .isEqualTo("Firefox on Linux");
        assertThat(DeviceLabel.of("curl/8.0")).isEqualTo("Unknown device");
        assertThat(DeviceLabel.of(null)).isEqualTo("Unknown device");
    }
}
