package dev.smartdoctor.auth.device;

import io.netty.util.NetUtil;

/** Client addresses by network: IPv4 by /24 for showing, IPv6 by /64, which is one subscriber. */
public final class Networks {
    private static final int SITE_GROUPS = 4;

    private Networks() {
    }

    /** The network for people to read, such as {@code 203.0.113.0/24}. */
    public static String of(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        if (bytes == null) {
            return "unknown";
        }
        if (bytes.length == 4) {
            return (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + "." + (bytes[2] & 0xff) + ".0/24";
        }
        return site(bytes);
    }

    /** What counts as one address for limits: an IPv4 address, or an IPv6 /64. */
    public static String limited(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes != null && bytes.length == 16 ? site(bytes) : address;
    }

    private static String site(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < SITE_GROUPS; group++) {
            text.append(Integer.toHexString((bytes[2 * group] & 0xff) << 8 | bytes[2 * group + 1] & 0xff)).append(':');
        }
        return text.append(":/64").toString();
    }
}
