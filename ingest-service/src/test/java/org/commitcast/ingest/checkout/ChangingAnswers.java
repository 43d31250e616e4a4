package org.commitcast.ingest.checkout;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.guardedhttp.AddressGuard;

/**
 * A name server in the hands of an attacker: for each host one answer after the other, the last one for ever. Its hosts
 * are known to nobody else: who resolves in another way finds nothing.
 */
final class ChangingAnswers implements AddressGuard.Lookup {
    private final Map<String, Deque<String>> answers = new HashMap<>();

    /** Each answer is one address, or several with spaces between them. */
    ChangingAnswers with(String host, String... inTurn) {
        answers.put(host, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    @Override
    public synchronized InetAddress[] lookup(String host) throws UnknownHostException {
        Deque<String> left = answers.get(host);
        if (left == null) {
            throw new UnknownHostException(host);
        }
        List<InetAddress> found = new ArrayList<>();
        for (String address : (left.size() > 1 ? left.remove() : left.element()).split(" ", -1)) {
            found.add(InetAddress.getByName(address));
        }
        return found.toArray(InetAddress[]::new);
    }
}
