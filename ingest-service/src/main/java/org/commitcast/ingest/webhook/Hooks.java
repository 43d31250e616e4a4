package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.ingest.site.GenericHook;
import org.commitcast.ingest.site.Site;
import org.commitcast.ingest.site.SiteSecrets;
import org.commitcast.ingest.site.Sites;
import org.commitcast.ingest.site.Statements;
import org.commitcast.ingest.site.WebhookSecret;

/** What is known of the addresses at which deliveries come in. */
@ApplicationScoped
class Hooks {
    private static final int SECRETS = 2;

    /** Nobody knows it: what is compared with it takes as long as with a real one, and never matches. */
    private final WebhookSecret nobodys = new WebhookSecret(0, UUID.randomUUID().toString() + UUID.randomUUID());

    private final Sites sites;
    private final Statements statements;
    private final SiteSecrets secrets;
    private final DeploymentWebhooks deployment;
    private final Clock clock;

    Hooks(Sites sites, Statements statements, SiteSecrets secrets, DeploymentWebhooks deployment, Clock clock) {
        this.sites = sites;
        this.statements = statements;
        this.secrets = secrets;
        this.deployment = deployment;
        this.clock = clock;
    }

    /** A site's own; of a site that is not there one that takes nothing. */
    @Transactional
    Hook ofSite(String name) {
        // What cannot be a name is not asked for: the database would not take all that an address may hold.
        Optional<Site> site = name.matches(Site.NAME) ? sites.registered(name) : Optional.empty();
        return new Hook(
                name,
                padded(site.map(secrets::webhookSecrets).orElse(List.of())),
                site.map(known -> statements.of(known).hook()).orElse(GenericHook.USUAL),
                repositories -> List.of(name));
    }

    /** The one for all sites, where the payload says which are meant. */
    Hook ofDeployment() {
        List<WebhookSecret> known = DeploymentWebhooks.active(deployment, clock.instant());
        return new Hook("deployment", padded(known), GenericHook.USUAL, sites::readingFrom);
    }

    private List<WebhookSecret> padded(List<WebhookSecret> known) {
        List<WebhookSecret> all = new ArrayList<>(known);
        while (all.size() < SECRETS) {
            all.add(nobodys);
        }
        return all;
    }
}
