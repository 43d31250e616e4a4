package org.commitcast.ingest.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.commitcast.adminapi.secret.SealedSecrets;
import org.commitcast.ingest.checkout.CheckoutConfig;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.checkout.RepositoryAddress;
import org.jspecify.annotations.Nullable;

/** What a site keeps secret: how to read its repository, and what its webhooks are signed with. */
@ApplicationScoped
public class SiteSecrets {
    private final SealedSecrets sealed;
    private final Statements statements;
    private final CheckoutConfig checkout;

    SiteSecrets(SealedSecrets sealed, Statements statements, CheckoutConfig checkout) {
        this.sealed = sealed;
        this.statements = statements;
        this.checkout = checkout;
    }

    /** How to reach a site's repository. */
    public GitAccess access(Site site) {
        SiteStatement statement = statements.of(site);
        byte[] password = site.password();
        return new GitAccess(
                RepositoryAddress.parse(statement.repository(), checkout.allowLocal()),
                statement.branch(),
                statement.username(),
                password == null ? null : sealed.open(row(site, "password"), password));
    }

    /** What its webhooks are signed with; nothing where none may come. */
    public Optional<String> webhookSecret(Site site) {
        return Optional.ofNullable(site.webhookSecret()).map(secret -> sealed.open(row(site, "webhook"), secret));
    }

    /** Takes new secrets; null keeps what is there, an empty one removes it. */
    void change(Site site, @Nullable String webhookSecret, @Nullable String password) {
        if (webhookSecret != null) {
            site.sealWebhookSecret(seal(row(site, "webhook"), webhookSecret));
        }
        if (password != null) {
            site.sealPassword(seal(row(site, "password"), password));
        }
    }

    private byte @Nullable [] seal(String row, String secret) {
        return secret.isEmpty() ? null : sealed.seal(row, secret);
    }

    private static String row(Site site, String what) {
        return "site/" + site.name() + "/" + site.incarnation() + "/" + what;
    }
}
