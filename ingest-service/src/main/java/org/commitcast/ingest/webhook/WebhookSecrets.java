package org.commitcast.ingest.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.ingest.site.SiteSecrets;
import org.commitcast.ingest.site.Sites;

/** What deliveries for a site must be signed with. */
@ApplicationScoped
class WebhookSecrets {
    /** Nobody knows it: what is compared with it takes as long as with a real one, and never matches. */
    private final String nobodys = UUID.randomUUID().toString() + UUID.randomUUID();

    private final Sites sites;
    private final SiteSecrets secrets;

    WebhookSecrets(Sites sites, SiteSecrets secrets) {
        this.sites = sites;
        this.secrets = secrets;
    }

    /** The site's secret, else one that nothing can have been signed with. */
    @Transactional
    String of(String site) {
        Optional<String> known = sites.registered(site).flatMap(secrets::webhookSecret);
        return known.orElse(nobodys);
    }
}
