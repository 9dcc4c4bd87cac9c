package dev.smartdoctor.auth.throttle;

import java.util.Optional;
import java.util.UUID;

/**
 * An attempt to prove a password.
 *
 * @param emailKey the account tried, by address, whether it exists or not
 * @param knownDevice the device, where the account has signed in from it before
 * @param address the client's network address
 */
public record Attempt(String emailKey, Optional<UUID> knownDevice, String address) {}
