package dev.smartdoctor.gateway.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.gateway.route.Cost;
import dev.smartdoctor.gateway.route.Cost.Quota;
import dev.smartdoctor.gateway.route.Routes;

class RateLimitPolicyTest {

    @Test
    void followsFromTheOneSetting() {
        RateLimitPolicy policy = new RateLimitPolicy(60);
        assertThat(policy.perUser(Quota.CHANGES)).isEqualTo(60);
        assertThat(policy.perUser(Quota.READS)).isEqualTo(600);
        assertThat(policy.perAddress(Quota.CHANGES)).isEqualTo(600);
        assertThat(policy.perAddress(Quota.READS)).isEqualTo(6000);
        assertThat(policy.perAddress(Quota.SIGN_INS)).isEqualTo(600);
        assertThat(new RateLimitPolicy(600).perAddress(Quota.SIGN_INS)).isEqualTo(6000);
        assertThat(new RateLimitPolicy(600).connectionsPerAddress()).isEqualTo(2560);
    }

    @Test
    void meansNoLimitFromAMillionOn() {
        assertThat(new RateLimitPolicy(999_999).isUnlimited()).isFalse();
        assertThat(new RateLimitPolicy(1_000_000).isUnlimited()).isTrue();
        assertThat(new RateLimitPolicy(1_000_000).connectionsPerAddress()).isEqualTo(Integer.MAX_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> new RateLimitPolicy(0));
    }

    @Test
    void booksForOneUnit() {
        assertThat(Routes.all())
                .filteredOn(route -> route.template().equals("/api/appointments") && route.method().equals("POST"))
                .singleElement().matches(route -> route.cost() == Cost.WRITE && route.cost().units() == 1);
    }
}
