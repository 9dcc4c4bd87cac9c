package dev.smartdoctor.auth.grant;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.smartdoctor.auth.account.AccountState;

/** The answer to a sign-in or a refresh. */
public record GrantView(String accessToken, String tokenType, long expiresIn,
        @JsonInclude(JsonInclude.Include.NON_NULL) String refreshToken, UserView user) {

    static GrantView of(Grant grant, TokenDelivery delivery) {
        return new GrantView(grant.accessToken().compact(), "Bearer", grant.accessToken().expiresIn(),
                delivery == TokenDelivery.BODY ? grant.refreshToken().value() : null, UserView.of(grant.account()));
    }

    @Override
    public String toString() {
        return "GrantView[" + user.id() + "]";
    }

    /** Who signed in. */
    @Schema(name = "SignedInUserView")
    public record UserView(UUID id, String email, String fullName, List<String> roles, String locale, String timeZone) {

        static UserView of(AccountState account) {
            return new UserView(account.id(), account.email(), account.profile().fullName(),
                    account.roles().stream().sorted().toList(), account.profile().locale(),
                    account.profile().timeZone());
        }
    }
}
