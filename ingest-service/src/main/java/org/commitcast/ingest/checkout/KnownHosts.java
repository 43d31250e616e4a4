package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.sshd.ServerKeyDatabase;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the deployment knows of one host. What is connected to is a checked address, so the host that this is
 * about is the one that the repository's address names.
 */
final class KnownHosts implements ServerKeyDatabase {
    private final List<PublicKey> known = new ArrayList<>();
    private final List<PublicKey> revoked = new ArrayList<>();

    private KnownHosts() {}

    /** Reads the file anew each time, so that a changed key needs no restart. */
    static KnownHosts of(URI repository, Path file) throws IOException {
        KnownHosts hosts = new KnownHosts();
        for (KnownHostEntry entry : KnownHostEntry.readKnownHostEntries(file)) {
            if (entry.isHostMatch(repository.getHost(), RepositoryAddress.port(repository))) {
                hosts.add(entry);
            }
        }
        return hosts;
    }

    private void add(KnownHostEntry entry) {
        PublicKey key;
        try {
            key = entry.getKeyEntry().resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
        } catch (IOException | GeneralSecurityException e) {
            // Of a kind that this machine cannot check.
            return;
        }
        if (key != null && entry.getMarker() == null) {
            known.add(key);
        } else if (key != null && entry.getMarker().equals("revoked")) {
            revoked.add(key);
        }
    }

    @Override
    public List<PublicKey> lookup(String connect, InetSocketAddress remote, Configuration config) {
        return List.copyOf(known);
    }

    @Override
    public boolean accept(
            String connect,
            InetSocketAddress remote,
            PublicKey key,
            Configuration config,
            @Nullable CredentialsProvider provider) {
        return isAmong(known, key) && !isAmong(revoked, key);
    }

    private static boolean isAmong(List<PublicKey> keys, PublicKey key) {
        return keys.stream().anyMatch(one -> KeyUtils.compareKeys(one, key));
    }
}
