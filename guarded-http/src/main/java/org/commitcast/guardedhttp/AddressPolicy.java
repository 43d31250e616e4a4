package org.commitcast.guardedhttp;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;

/**
 * Where a deployment lets its services connect to. Public addresses over HTTPS are always allowed; other addresses only
 * where the deployment's allow list names them, and those over plain HTTP too.
 */
public final class AddressPolicy {
    private final Set<String> schemes;
    private final Set<String> hosts;
    private final List<Cidr> blocks;

    private AddressPolicy(Set<String> schemes, Set<String> hosts, List<Cidr> blocks) {
        this.schemes = schemes;
        this.hosts = hosts;
        this.blocks = blocks;
    }

    /**
     * Reads an allow list: {@code loopback}, address blocks and host names, separated by commas or spaces; blank allows
     * nothing more. Throws {@link IllegalArgumentException} naming the entry that is wrong.
     */
    public static AddressPolicy allowing(String list) {
        Set<String> hosts = new TreeSet<>();
        List<Cidr> blocks = new ArrayList<>();
        for (Object token : Collections.list(new StringTokenizer(list, ", \t\r\n"))) {
            String entry = token.toString();
            if (entry.equals("loopback")) {
                blocks.add(Cidr.parse("127.0.0.0/8"));
                blocks.add(Cidr.parse("::1"));
            } else if (entry.contains("/") || Cidr.isLiteral(entry)) {
                blocks.add(Cidr.parse(entry));
            } else if (entry.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
                hosts.add(entry.toLowerCase(Locale.ROOT));
            } else {
                throw new IllegalArgumentException("'" + entry + "' is neither a host name nor an address block");
            }
        }
        return new AddressPolicy(Set.of("https"), Set.copyOf(hosts), List.copyOf(blocks));
    }

    /** The same with plain HTTP to every address that may be reached at all: for requests that carry no secret. */
    public AddressPolicy andPlainHttp() {
        return andScheme("http");
    }

    /** The same with another scheme, for example {@code ssh}. */
    public AddressPolicy andScheme(String scheme) {
        Set<String> more = new TreeSet<>(schemes);
        more.add(scheme.toLowerCase(Locale.ROOT));
        return new AddressPolicy(Set.copyOf(more), hosts, blocks);
    }

    /** Why a host's address may not be connected to; empty where it may. */
    Optional<String> refusal(String host, InetAddress address) {
        return listed(host, address) ? Optional.empty() : SpecialAddresses.kindOf(address);
    }

    /** Whether the deployment names this host or address. */
    boolean listed(String host, InetAddress address) {
        return hosts.contains(host.toLowerCase(Locale.ROOT))
                || blocks.stream().anyMatch(block -> block.contains(address));
    }

    /** Whether every address may be spoken to in this scheme; listed ones may in plain HTTP. */
    boolean allows(String scheme) {
        return schemes.contains(scheme.toLowerCase(Locale.ROOT));
    }
}
