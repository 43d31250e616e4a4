package org.commitcast.ingest.checkout;

import java.util.Set;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportProtocol;

/** Which ways to repositories JGit knows in this process: none that an address may not name. */
final class Protocols {
    private static final Set<String> ALLOWED = Set.of("https", "http", "ssh", "file");
    /** Reads bundles, also from {@code file:} addresses. */
    private static final String BUNDLE = "bundle";

    private Protocols() {}

    /** Forgets all others: anonymous Git, FTP, SFTP, Amazon S3, bundles. */
    static void restrict() {
        for (TransportProtocol protocol : Transport.getTransportProtocols()) {
            Set<String> schemes = protocol.getSchemes();
            if (schemes.contains(BUNDLE) || schemes.stream().noneMatch(ALLOWED::contains)) {
                Transport.unregister(protocol);
            }
        }
    }
}
