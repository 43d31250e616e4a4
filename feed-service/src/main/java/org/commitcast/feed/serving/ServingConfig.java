package org.commitcast.feed.serving;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.document.ItemAddresses;

/** How documents are served. */
@ConfigMapping(prefix = "commitcast.serving")
public interface ServingConfig {

    /** This service's absolute base; COMMITCAST_PUBLIC_URL. */
    URI publicUrl();

    /** The folder that bodies are kept in; COMMITCAST_DATA. */
    Path data();

    /** How long a cache may answer without asking. */
    @WithDefault("60s")
    Duration maxAge();

    /** The same for archives of feeds, which change only when their items are edited or taken away. */
    @WithDefault("1h")
    Duration archiveMaxAge();

    /** How long a cache may answer with the old state while it asks. */
    @WithDefault("10m")
    Duration staleWhileRevalidate();

    /** How long a cache may answer with the old state while we are away. */
    @WithDefault("7d")
    Duration staleIfError();

    /** When to ask again for a document whose site is being imported. */
    @WithDefault("30s")
    Duration retryAfter();

    /** How much memory bodies may take that readers ask for now; a quarter of what there is, unless said. */
    Optional<MemorySize> hotBodies();

    /** The same in bytes. */
    default long hotBodiesBytes() {
        return hotBodies()
                .map(MemorySize::asLongValue)
                .orElseGet(() -> Runtime.getRuntime().maxMemory() / 4);
    }

    /** This service's base without a slash at its end. */
    default String base() {
        String base = publicUrl().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    /** Where this deployment serves a document. */
    default URI urlOf(DocumentKey key) {
        return URI.create(base() + key.path());
    }

    /** Where readers are told to find a document: at the site's own host if it is copied there. */
    default URI addressOf(SiteDefinition site, DocumentKey key) {
        URI elsewhere = site.documentsUrl();
        return elsewhere == null ? urlOf(key) : elsewhere.resolve(key.file());
    }

    /** Where readers are told to find the documents of a site's items. */
    default ItemAddresses itemsOf(String site, SiteDefinition definition) {
        return new ItemAddresses(addressOf(definition, new DocumentKey(site, "")));
    }
}
