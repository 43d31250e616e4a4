package org.commitcast.ingest.site;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commitcast.contentreading.definition.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The write-only part of what an owner says. An empty secret removes the one that is there.
 *
 * @param webhook in place of all that were there; null where nothing was said of them
 * @param repository by purpose
 */
record SaidSecrets(@Nullable List<SaidWebhookSecret> webhook, Map<String, String> repository) {
    /** Two, so that the next one can be made known before the last one ends. */
    static final List<String> WEBHOOK = List.of("webhook", "webhook-2");

    static final String PASSWORD = "password";
    static final String TOKEN = "token";
    static final String APP_KEY = "app-key";
    static final String SSH_KEY = "ssh-key";
    static final String STATUS_TOKEN = "status-token";
    static final String PROPOSAL_TOKEN = "proposal-token";

    static final String PUBLISH_PASSWORD = "publish-password";
    static final String PUBLISH_TOKEN = "publish-token";
    static final String PUBLISH_SSH_KEY = "publish-ssh-key";

    /** What goes to the server of another repository that feeds are committed to. */
    static final List<String> OF_PUBLISHING = List.of(PUBLISH_PASSWORD, PUBLISH_TOKEN, PUBLISH_SSH_KEY);

    private static final List<String> PUBLISHING_OVER_HTTP = List.of(PUBLISH_PASSWORD, PUBLISH_TOKEN);
    private static final List<String> OVER_HTTP = List.of(PASSWORD, TOKEN, APP_KEY);

    /** What goes to the repository's server. */
    static final List<String> OF_REPOSITORY = List.of(PASSWORD, TOKEN, APP_KEY, SSH_KEY);

    /** A secret of webhooks and when it holds. */
    record SaidWebhookSecret(String secret, @Nullable Instant notBefore, @Nullable Instant notAfter) {
        @Override
        public String toString() {
            return "secret";
        }
    }

    /** What a new secret takes the place of: a repository over HTTP has one kind of credentials. */
    static Stream<String> insteadOf(String purpose) {
        return Stream.of(OVER_HTTP, PUBLISHING_OVER_HTTP)
                .filter(kinds -> kinds.contains(purpose))
                .flatMap(List::stream)
                .filter(other -> !other.equals(purpose));
    }

    /** Those of another repository that feeds are committed to. */
    static Map<String, String> ofPublishing(Fields repository) {
        Map<String, String> found = new LinkedHashMap<>();
        take(repository, "password", PUBLISH_PASSWORD, found);
        take(repository, "token", PUBLISH_TOKEN, found);
        take(repository, "sshKey", PUBLISH_SSH_KEY, found);
        if (PUBLISHING_OVER_HTTP.stream()
                .noneMatch(purpose -> found.getOrDefault(purpose, "").isEmpty())) {
            repository.wrong("password", "does not go with token: give one of them");
        }
        return found;
    }

    /** What lets us in where pull requests are opened. */
    static Map<String, String> ofProposals(Fields proposal) {
        Map<String, String> found = new LinkedHashMap<>();
        take(proposal, "token", PROPOSAL_TOKEN, found);
        return found;
    }

    /** These and more. */
    SaidSecrets and(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(repository);
        all.putAll(more);
        return new SaidSecrets(webhook, all);
    }

    /** Reads and takes them out of what was said, naming what is wrong. */
    static SaidSecrets read(Fields repository, Fields githubApp, Fields webhook, Fields status) {
        Map<String, String> found = new LinkedHashMap<>();
        take(repository, "password", PASSWORD, found);
        take(repository, "token", TOKEN, found);
        take(repository, "sshKey", SSH_KEY, found);
        take(githubApp, "privateKey", APP_KEY, found);
        take(status, "token", STATUS_TOKEN, found);
        long kinds = OVER_HTTP.stream()
                .filter(purpose -> !found.getOrDefault(purpose, "").isEmpty())
                .count();
        if (kinds > 1) {
            repository.wrong("password", "does not go with token or githubApp: give one of them");
        }
        return new SaidSecrets(webhook(webhook), found);
    }

    private static void take(Fields fields, String name, String purpose, Map<String, String> found) {
        Object value = fields.take(name);
        if (value instanceof String secret) {
            found.put(purpose, secret);
        } else if (value != null) {
            fields.wrong(name, "must be text");
        }
    }

    private static @Nullable List<SaidWebhookSecret> webhook(Fields webhook) {
        Object single = webhook.take("secret");
        List<Fields> several = webhook.objects("secrets");
        if (single == null && several == null) {
            return null;
        }
        List<SaidWebhookSecret> said = new ArrayList<>();
        if (single instanceof String secret && !secret.isEmpty()) {
            said.add(new SaidWebhookSecret(secret, null, null));
        } else if (single != null && !single.equals("")) {
            webhook.wrong("secret", "must be text");
        }
        for (Fields one : several == null ? List.<Fields>of() : several) {
            Object secret = one.take("secret");
            if (!(secret instanceof String) || secret.toString().isEmpty()) {
                one.wrong("secret", "is missing");
            }
            said.add(new SaidWebhookSecret(String.valueOf(secret), time(one, "notBefore"), time(one, "notAfter")));
            checkTimes(one, said.get(said.size() - 1));
            one.end();
        }
        if (said.size() > WEBHOOK.size()) {
            webhook.wrong("secrets", "must be at most " + WEBHOOK.size() + ", counting secret");
        }
        return said;
    }

    private static void checkTimes(Fields fields, SaidWebhookSecret secret) {
        Instant begin = secret.notBefore();
        Instant end = secret.notAfter();
        if (begin != null && end != null && !begin.isBefore(end)) {
            fields.wrong("notAfter", "must be later than notBefore");
        }
    }

    private static @Nullable Instant time(Fields fields, String name) {
        String text = fields.text(name);
        try {
            return text == null ? null : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            fields.wrong(name, "must be a time like 2026-01-31T12:00:00Z");
            return null;
        }
    }

    @Override
    public String toString() {
        return "secrets";
    }
}
