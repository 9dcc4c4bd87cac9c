package dev.smartdoctor.auth.device;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * The setting that says whose {@code X-Forwarded-*} count. Whatever Quarkus cannot read as an address or a range (a name, but
 * also {@code ::1}, of which it makes the host ":" and the port 1) it looks up at every request: the request waits for the
 * name server, five seconds where that is silent, and leaves a socket behind.
 */
public final class GatewayNetworks {
    private static final Pattern RANGE = Pattern.compile("[0-9a-fA-F.:]+/[0-9]{1,3}");

    private GatewayNetworks() {
    }

    /** True where every entry of the list is a range, such as {@code 10.0.0.0/8} or {@code ::1/128}. */
    public static boolean areRanges(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).allMatch(entry -> RANGE.matcher(entry).matches());
    }
}
