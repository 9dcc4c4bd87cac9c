package dev.smartdoctor.auth.admin;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import dev.smartdoctor.auth.account.AccountStatus;

/** Roles or status of an account, or both; what is absent stays. */
public record ChangeUserRequest(@Size(min = 1) Set<@NotNull RoleName> roles, AccountStatus status) {

    Optional<Set<String>> roleCodes() {
        return Optional.ofNullable(roles)
                .map(given -> given.stream().map(RoleName::code).collect(Collectors.toUnmodifiableSet()));
    }
}
