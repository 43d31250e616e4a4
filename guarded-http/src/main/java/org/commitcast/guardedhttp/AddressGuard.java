package org.commitcast.guardedhttp;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Resolves hosts and refuses what the policy does not allow. The addresses that it returns are the ones that were
 * checked: connect to these and resolve nothing again, or a name server could answer differently the second time.
 */
public final class AddressGuard {
    private final AddressPolicy policy;
    private final Lookup lookup;

    /** Asks a name server. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] lookup(String host) throws UnknownHostException;
    }

    /** Resolves as the machine does. */
    public AddressGuard(AddressPolicy policy) {
        this(policy, InetAddress::getAllByName);
    }

    /** Resolves in another way. */
    public AddressGuard(AddressPolicy policy, Lookup lookup) {
        this.policy = policy;
        this.lookup = lookup;
    }

    /**
     * The same for one exchange of several requests: a host is looked up once, and what was answered then holds for all
     * of them.
     */
    public AddressGuard pinned() {
        Map<String, InetAddress[]> answers = new ConcurrentHashMap<>();
        return new AddressGuard(policy, host -> {
            String name = host.toLowerCase(Locale.ROOT);
            InetAddress[] known = answers.get(name);
            if (known == null) {
                known = lookup.lookup(host);
                answers.put(name, known);
            }
            return known.clone();
        });
    }

    /**
     * The addresses of a host, all checked; one refused address refuses the host.
     *
     * @throws RefusedAddressException where the policy does not allow them
     * @throws UnknownHostException where there are none
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        if (HostForm.isOdd(bare)) {
            throw new RefusedAddressException(host + " is an address in an unusual form");
        }
        InetAddress[] addresses = lookup.lookup(bare);
        for (InetAddress address : addresses) {
            Optional<String> refusal = policy.refusal(bare, address);
            if (refusal.isPresent()) {
                throw new RefusedAddressException(host + " is " + refusal.get());
            }
        }
        return addresses;
    }

    /**
     * The checked addresses behind a URL whose scheme is checked too.
     *
     * @throws RefusedAddressException where the policy does not allow them, or the URL carries credentials
     * @throws UnknownHostException where there are none
     */
    public InetAddress[] resolve(URI url) throws UnknownHostException {
        String scheme = url.getScheme();
        String host = url.getHost();
        if (scheme == null || host == null || host.isEmpty()) {
            throw new RefusedAddressException("the address is not an absolute URL with a host");
        }
        if (url.getRawUserInfo() != null) {
            throw new RefusedAddressException("the URL of " + host + " carries credentials");
        }
        boolean known = policy.allows(scheme) || scheme.equalsIgnoreCase("http");
        if (!known) {
            throw new RefusedAddressException("the scheme " + scheme + " is not allowed");
        }
        InetAddress[] addresses = resolve(host);
        if (!policy.allows(scheme)) {
            requireListed(host, addresses);
        }
        return addresses;
    }

    private void requireListed(String host, InetAddress[] addresses) throws RefusedAddressException {
        for (InetAddress address : addresses) {
            if (!policy.listed(host, address)) {
                throw new RefusedAddressException(host + " is not allowed over plain HTTP, use https");
            }
        }
    }
}
