package dev.smartdoctor.auth.device;

import java.util.Optional;
import java.util.UUID;

/**
 * The other end of a request.
 *
 * @param address the client's address as the gateway saw it
 * @param label what the person would recognise it by, such as "Firefox on Windows"
 * @param id what our own signed cookie says, from an earlier sign-in
 * @param https whether the person reached us by TLS
 */
public record Device(String address, String label, Optional<UUID> id, boolean https) {

    /** The client's network rather than the very address: enough to recognise, too little to locate a person by. */
    public String place() {
        return Networks.of(address);
    }
}
