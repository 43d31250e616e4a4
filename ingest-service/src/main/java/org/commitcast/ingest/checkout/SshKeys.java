package org.commitcast.ingest.checkout;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Private keys for ssh, in OpenSSH's form or PEM. */
public final class SshKeys {
    private SshKeys() {}

    /**
     * Reads a key.
     *
     * @throws IllegalArgumentException where it is none, or is kept under a passphrase; the message holds nothing of it
     */
    public static KeyPair parse(String text) {
        byte[] lines = (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null, NamedResource.ofName("key"), new ByteArrayInputStream(lines), null);
            Iterator<KeyPair> found = pairs == null ? null : pairs.iterator();
            if (found != null && found.hasNext()) {
                return found.next();
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // The cause might tell of the key.
        }
        throw new IllegalArgumentException("is not a private key for ssh without a passphrase");
    }
}
