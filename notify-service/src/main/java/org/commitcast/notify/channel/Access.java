package org.commitcast.notify.channel;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a channel is and what opens it, as it is kept. Its text form holds no secret.
 *
 * @param url the address; only its server where the address itself is the secret
 * @param secret a token, a signing secret, or the whole address
 */
record Access(@Nullable String url, @Nullable String secret) {

    /** Of a channel whose address is its secret. */
    static Access byAddress(String address) {
        return new Access(serverOf(address), address);
    }

    /**
     * Whether both are at the same server, so that what opens one may be shown to the other. Without an address both are
     * where channels of their type are unless told otherwise.
     */
    static boolean sameServer(@Nullable String before, @Nullable String after) {
        return before == null
                ? after == null
                : after != null && serverOf(before).equals(serverOf(after));
    }

    private static String serverOf(String url) {
        try {
            URI address = URI.create(url.strip());
            return address.getScheme() + "://" + address.getAuthority();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return "access to a channel";
    }
}
