package org.commitcast.guardedhttp;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A block of addresses, for example {@code 10.0.0.0/8}. */
record Cidr(BigInteger network, int bits, int prefix) {
    private static final Pattern LITERAL =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Reads a block or a single address; throws {@link IllegalArgumentException} naming the text. */
    static Cidr parse(String text) {
        int slash = text.indexOf('/');
        byte[] network = literal(slash < 0 ? text : text.substring(0, slash), text);
        int bits = network.length * 8;
        int prefix = slash < 0 ? bits : prefix(text.substring(slash + 1), text);
        if (prefix > bits) {
            throw new IllegalArgumentException("'" + text + "' has a prefix longer than its address");
        }
        return new Cidr(new BigInteger(1, network).shiftRight(bits - prefix), bits, prefix);
    }

    /** Whether a text has the form of an address, so that no name server is asked for it. */
    static boolean isLiteral(String text) {
        return LITERAL.matcher(text).matches();
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length * 8 == bits
                && new BigInteger(1, bytes).shiftRight(bits - prefix).equals(network);
    }

    private static byte[] literal(String address, String text) {
        if (!isLiteral(address)) {
            throw new IllegalArgumentException("'" + text + "' is not an address block");
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is not an address block", e);
        }
    }

    private static int prefix(String digits, String text) {
        if (!digits.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("'" + text + "' has no numeric prefix");
        }
        return Integer.parseInt(digits);
    }
}
