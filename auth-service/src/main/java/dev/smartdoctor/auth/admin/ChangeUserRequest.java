package dev.smartdoctor.auth.admin;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

import dev.smartdoctor.auth.account.AccountStatus;

/** Roles or status of an account, or both; what is absent stays, and {@code null} is neither, which a record could not tell apart. */
public class ChangeUserRequest {
    @JsonSetter(nulls = Nulls.FAIL)
    @Size(min = 1)
    private Set<@NotNull RoleName> roles;
    @JsonSetter(nulls = Nulls.FAIL)
    private AccountStatus status;

    Optional<Set<String>> roleCodes() {
        return Optional.ofNullable(roles)
                .map(given -> given.stream().map(RoleName::code).collect(Collectors.toUnmodifiableSet()));
    }

    /** {@code null} where it stays. */
    AccountStatus status() {
        return status;
    }
}
