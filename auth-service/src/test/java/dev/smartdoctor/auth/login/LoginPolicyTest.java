package dev.smartdoctor.auth.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.smartdoctor.auth.account.AccountState;
import dev.smartdoctor.auth.account.AccountStatus;
import dev.smartdoctor.auth.account.Profile;
import dev.smartdoctor.auth.credential.Credential;
import dev.smartdoctor.auth.login.LoginPolicy.Verdict;
import dev.smartdoctor.auth.registration.RegistrationPolicy;
import dev.smartdoctor.auth.registration.RegistrationPolicy.Course;

class LoginPolicyTest {
    private static final Credential CHECKED = new Credential("bcrypt", 12, "1", "hash");

    @Test
    void opensForTheVerifiedWhosePasswordIsStillTheOneChecked() {
        assertThat(judge(AccountStatus.ACTIVE, true, CHECKED)).isEqualTo(Verdict.OPEN);
    }

    @Test
    void opensNothingWhenThePasswordChangedMeanwhile() {
        assertThat(judge(AccountStatus.ACTIVE, true, new Credential("bcrypt", 12, "1", "newer")))
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void disabledAccountIsLikeAWrongPassword() {
        assertThat(judge(AccountStatus.DISABLED, true, CHECKED)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void onlyTheRightPasswordTellsThatTheAddressIsUnverified() {
        assertThat(judge(AccountStatus.ACTIVE, false, CHECKED)).isEqualTo(Verdict.UNVERIFIED);
    }

    @Test
    void registrationFollowsWhatIsThere() {
        assertThat(RegistrationPolicy.course(account(AccountStatus.ACTIVE, false), true)).isEqualTo(Course.WELCOME);
        assertThat(RegistrationPolicy.course(account(AccountStatus.ACTIVE, false), false))
                .isEqualTo(Course.VERIFY_AGAIN);
        assertThat(RegistrationPolicy.course(account(AccountStatus.ACTIVE, true), false)).isEqualTo(Course.TELL_OWNER);
        assertThat(RegistrationPolicy.course(account(AccountStatus.DISABLED, true), false)).isEqualTo(Course.SILENCE);
    }

    private static Verdict judge(AccountStatus status, boolean verified, Credential stored) {
        return LoginPolicy.judge(account(status, verified), CHECKED, Optional.of(stored));
    }

    private static AccountState account(AccountStatus status, boolean verified) {
        return new AccountState(UUID.randomUUID(), "a@b.example", new Profile("A", null, null, null, null),
                Set.of("patient"), status, verified, 1, 1);
    }
}
