package dev.smartdoctor.auth.servicetoken;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A service shows who it is and says whom it wants to call. */
public record ServiceTokenRequest(@NotBlank @Size(max = 64) String clientId,
        @NotBlank @Size(max = 512) String clientSecret,
        @NotNull @Pattern(regexp = "[a-z][a-z-]{1,62}", message = "must be the name of a service") String audience) {

    @Override
    public String toString() {
        return "ServiceTokenRequest[" + clientId + " to " + audience + "]";
    }
}
