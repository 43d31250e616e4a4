package org.commitcast.guardedhttp;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Addresses that are not somebody else's public server.
 *
 * @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IPv4 special-purpose registry</a>
 * @see <a href="https://www.iana.org/assignments/iana-ipv6-special-registry">IPv6 special-purpose registry</a>
 */
final class SpecialAddresses {
    private static final Cidr GLOBAL_UNICAST = Cidr.parse("2000::/3");
    private static final Map<Cidr, String> BLOCKS = new LinkedHashMap<>();

    static {
        block("a loopback address", "127.0.0.0/8", "::1");
        block("an unspecified address", "0.0.0.0/8", "::");
        block("a private address", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7", "fec0::/10");
        block("a carrier-grade NAT address", "100.64.0.0/10");
        block("a link-local address", "169.254.0.0/16", "fe80::/10");
        block("a multicast address", "224.0.0.0/4", "ff00::/8");
        // These carry an IPv4 address inside, which would get around the blocks above.
        block("an address that embeds an IPv4 address", "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48");
        block("an address of an IPv4 tunnel", "2001::/32", "2002::/16", "192.88.99.0/24");
        block(
                "an address set aside for tests or documentation",
                "192.0.0.0/24",
                "192.0.2.0/24",
                "198.18.0.0/15",
                "198.51.100.0/24",
                "203.0.113.0/24",
                "2001::/23",
                "2001:db8::/32",
                "3fff::/20");
        block("a reserved address", "240.0.0.0/4");
    }

    private SpecialAddresses() {}

    /** What is special about an address; empty for public ones. */
    static Optional<String> kindOf(InetAddress address) {
        for (Map.Entry<Cidr, String> block : BLOCKS.entrySet()) {
            if (block.getKey().contains(address)) {
                return Optional.of(block.getValue());
            }
        }
        boolean global = address instanceof Inet4Address || GLOBAL_UNICAST.contains(address);
        return global ? Optional.empty() : Optional.of("a reserved address");
    }

    private static void block(String kind, String... blocks) {
        for (String block : blocks) {
            BLOCKS.put(Cidr.parse(block), kind);
        }
    }
}
