package org.commitcast.ingest.webhook;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.commitcast.ingest.site.GenericHook;
import org.commitcast.ingest.site.WebhookSecret;

/**
 * Whom deliveries at an address are for.
 *
 * @param name the site's, or that of the whole deployment
 * @param secrets always two, some of them nobody's, so that a refusal takes as long wherever it comes from
 * @param generic how deliveries of an unknown sender look
 * @param sites which sites are to be looked at, by the repository's keys
 */
record Hook(
        String name,
        List<WebhookSecret> secrets,
        GenericHook generic,
        Function<Collection<String>, List<String>> sites) {}
