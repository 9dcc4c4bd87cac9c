package dev.smartdoctor.gateway.ratelimit;

import java.util.ArrayList;
import java.util.List;

import io.netty.util.NetUtil;

/**
 * Finds the client's address behind proxies: the header is walked from the right, past trusted proxies, to the first address
 * that is not one of them. What stands left of it was written by that client and says nothing.
 */
public final class TrustedProxies {
    private final List<Network> networks = new ArrayList<>();

    public TrustedProxies(List<String> proxies) {
        proxies.stream().map(String::trim).filter(text -> !text.isEmpty()).map(Network::parse).forEach(networks::add);
    }

    public boolean trusts(String address) {
        if (networks.isEmpty()) {
            return false;
        }
        byte[] bytes = bytes(address);
        return bytes != null && networks.stream().anyMatch(network -> network.contains(bytes));
    }

    /** @param forwardedFor all values of X-Forwarded-For joined by commas, or null */
    public String client(String peer, String forwardedFor) {
        String client = peer;
        if (forwardedFor == null) {
            return client;
        }
        String[] hops = forwardedFor.split(",");
        for (int i = hops.length - 1; i >= 0 && trusts(client); i--) {
            String hop = hops[i].trim();
            if (bytes(hop) == null) {
                break;
            }
            client = hop;
        }
        return client;
    }

    /** What the limits are counted by: an IPv4 address, or the /64 that one IPv6 customer is given. */
    static String bucketOf(String address) {
        byte[] bytes = bytes(address);
        if (bytes == null || bytes.length == 4) {
            return address;
        }
        StringBuilder network = new StringBuilder(20);
        for (int i = 0; i < 8; i += 2) {
            network.append(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff)).append('-');
        }
        return network.toString();
    }

    private static byte[] bytes(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null ? null : unmap(bytes);
    }

    /** ::ffff:a.b.c.d is a.b.c.d. */
    private static byte[] unmap(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != -1 || bytes[11] != -1) {
            return bytes;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return bytes;
            }
        }
        return new byte[]{ bytes[12], bytes[13], bytes[14], bytes[15] };
    }

    private record Network(byte[] address, int bits) {
        static Network parse(String text) {
            int slash = text.indexOf('/');
            byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
            if (address == null) {
                throw new IllegalArgumentException("TRUSTED_PROXIES: not an address or network: " + text);
            }
            int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > address.length * 8) {
                throw new IllegalArgumentException("TRUSTED_PROXIES: not an address or network: " + text);
            }
            return new Network(address, bits);
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit & 7);
                if ((address[bit >> 3] & mask) != (other[bit >> 3] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
