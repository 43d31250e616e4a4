package org.commitcast.ingest.checkout;

import java.net.URI;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/**
 * Tells who we are when the repository's own server asks, and nobody else. Refused once, it says nothing more: servers
 * lock out who tries again and again.
 */
final class OwnServerOnly extends CredentialsProvider {
    private final RepositoryAddress address;
    private final Login login;
    private volatile boolean told;
    private volatile boolean refused;

    OwnServerOnly(RepositoryAddress address, Login login) {
        this.address = address;
        this.login = login;
    }

    /** Whether the credentials are in use, so that no request may go elsewhere from now on. */
    boolean told() {
        return told;
    }

    @Override
    public boolean isInteractive() {
        return false;
    }

    /** Not whether a certificate is to be trusted nevertheless, and the like. */
    @Override
    public boolean supports(CredentialItem... items) {
        for (CredentialItem item : items) {
            if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean get(URIish uri, CredentialItem... items) {
        if (refused || !supports(items) || !address.sameServer(URI.create(uri.toString()))) {
            return false;
        }
        for (CredentialItem item : items) {
            if (item instanceof CredentialItem.Username user) {
                user.setValue(login.user());
            } else if (item instanceof CredentialItem.Password password) {
                password.setValueNoCopy(login.password().toCharArray());
            }
        }
        told = true;
        return true;
    }

    @Override
    public void reset(URIish uri) {
        refused = true;
    }
}
