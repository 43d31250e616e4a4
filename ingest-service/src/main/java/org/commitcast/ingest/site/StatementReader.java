package org.commitcast.ingest.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.commitcast.contentevents.SiteDefinition.Owner;
import org.commitcast.contentreading.definition.FeedStatements;
import org.commitcast.contentreading.definition.Fields;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.ingest.checkout.CheckoutConfig;
import org.commitcast.ingest.checkout.RepositoryAddress;
import org.commitcast.ingest.checkout.SshKeys;
import org.commitcast.ingest.githubapp.AppKey;
import org.commitcast.ingest.site.SiteStatement.Gate;
import org.commitcast.ingest.site.SiteStatement.GitHubAppStatement;
import org.commitcast.ingest.site.SiteStatement.RepositoryStatement;
import org.commitcast.ingest.site.SiteStatement.StatusStatement;
import org.jspecify.annotations.Nullable;

/** Reads what an owner says, as it comes by REST and as it is stored. */
final class StatementReader {
    private final CheckoutConfig checkout;
    private final Predicate<URI> hasApp;
    private final List<String> problems = new ArrayList<>();
    private @Nullable RepositoryAddress address;
    private SaidSecrets secrets = new SaidSecrets(null, Map.of());

    /** Of a deployment that has a GitHub App of its own for these repositories. */
    StatementReader(CheckoutConfig checkout, Predicate<URI> hasApp) {
        this.checkout = checkout;
        this.hasApp = hasApp;
    }

    /** What is wrong, each naming its field; to be asked after {@link #read}. */
    List<String> problems() {
        return problems;
    }

    /** The write-only part; to be asked after {@link #read}. */
    SaidSecrets secrets() {
        return secrets;
    }

    SiteStatement read(Map<String, ? extends @Nullable Object> json) {
        Fields fields = new Fields("", json, problems);
        Fields repository = fields.object("repository");
        Fields githubApp = repository.object("githubApp");
        Fields webhook = fields.object("webhook");
        boolean statusOnly = fields.take("status") instanceof Boolean;
        Fields status = statusOnly ? new Fields("status.", Map.of(), problems) : fields.object("status");
        Object saidOfWriteBack = fields.take("writeBack");
        boolean writeBackOnly = saidOfWriteBack instanceof Boolean;
        Fields writeBack = writeBackOnly ? new Fields("writeBack.", Map.of(), problems) : fields.object("writeBack");
        Fields proposal = writeBack.object("proposal");
        Fields publish = fields.object("publish");
        Fields target = publish.object("repository");
        secrets = SaidSecrets.read(repository, githubApp, webhook, status)
                .and(SaidSecrets.ofPublishing(target))
                .and(SaidSecrets.ofProposals(proposal));
        var statement = new SiteStatement(
                repository(repository, githubApp),
                GenericHook.read(webhook.object("generic")),
                owner(fields.object("owner")),
                FeedStatements.of(fields),
                gate(fields),
                fields.address("adopt"),
                WriteBackStatements.read(saidOfWriteBack, writeBack, proposal, host()),
                status(fields, status),
                PublishStatements.read(
                        publish, target, secrets.repository(), url -> RepositoryAddress.parse(url, checkout)),
                settings(fields));
        webhook.end();
        fields.end();
        return withOwnFiles(statement);
    }

    /** To be asked after the repository's address was read. */
    private @Nullable String host() {
        return address == null ? null : address.uri().getHost();
    }

    private static SiteStatement withOwnFiles(SiteStatement statement) {
        return PublishStatements.inContent(statement)
                .map(files -> statement.with(statement.settings().with(Setting.PUBLISH, files)))
                .orElse(statement);
    }

    private RepositoryStatement repository(Fields repository, Fields githubApp) {
        String url = repository.text("url");
        address = parsed(repository, url);
        String branch = repository.text("branch");
        if (branch != null && (branch.startsWith("-") || branch.startsWith("refs/"))) {
            repository.wrong("branch", "must be a branch's plain name");
        }
        checkKeys(repository, githubApp);
        var statement = new RepositoryStatement(
                String.valueOf(url),
                branch,
                repository.text("username"),
                repository.has("githubApp") ? app(githubApp, address) : null);
        repository.end();
        return statement;
    }

    private @Nullable RepositoryAddress parsed(Fields repository, @Nullable String url) {
        if (url == null) {
            repository.wrong("url", "is missing");
            return null;
        }
        try {
            return RepositoryAddress.parse(url, checkout);
        } catch (IllegalArgumentException e) {
            repository.wrong("url", "does not serve: " + e.getMessage());
            return null;
        }
    }

    private void checkKeys(Fields repository, Fields githubApp) {
        check(secrets.repository().getOrDefault(SaidSecrets.APP_KEY, ""), AppKey::parse, githubApp, "privateKey");
        check(secrets.repository().getOrDefault(SaidSecrets.SSH_KEY, ""), SshKeys::parse, repository, "sshKey");
    }

    private static void check(String key, Consumer<String> parser, Fields fields, String name) {
        try {
            if (!key.isEmpty()) {
                parser.accept(key);
            }
        } catch (IllegalArgumentException e) {
            fields.wrong(name, String.valueOf(e.getMessage()));
        }
    }

    private GitHubAppStatement app(Fields fields, @Nullable RepositoryAddress address) {
        var app = new GitHubAppStatement(fields.id("appId"), fields.id("installationId"));
        if (app.appId() == null && address != null && !hasApp.test(address.uri())) {
            fields.wrong(
                    "appId",
                    "is missing, and this deployment has no App for this repository's host (COMMITCAST_GITHUB_APP_ID)");
        }
        if (address != null && !address.isHttp()) {
            fields.wrong("appId", "serves for repositories over https only");
        }
        fields.end();
        return app;
    }

    private static @Nullable Owner owner(Fields fields) {
        Owner owner = fields.isEmpty() ? null : new Owner(fields.text("name"), fields.text("email"));
        fields.end();
        return owner;
    }

    private static Gate gate(Fields fields) {
        String said = fields.text("gate");
        Gate gate = said == null ? Gate.FEED_AND_PAGE : Gate.labelled(said);
        if (gate == null) {
            fields.wrong("gate", "must be none, feed, page or feed+page");
        }
        return gate == null ? Gate.FEED_AND_PAGE : gate;
    }

    /** To be asked after the repository's address was read. */
    private StatusStatement status(Fields fields, Fields details) {
        Object said = fields.take("status");
        if (said == null || Boolean.FALSE.equals(said)) {
            return StatusStatement.OFF;
        }
        String named = details.text("forge");
        String host = host();
        ForgeKind forge = named == null
                ? ForgeKind.ofHost(host).orElse(null)
                : ForgeKind.labelled(named).orElse(null);
        if (forge == null && address != null) {
            details.wrong("forge", "must be one of " + ForgeKind.labels());
        }
        var statement = new StatusStatement(
                true, forge, details.address("api"), details.text("repository"), details.text("context"));
        if (statement.api() == null && address != null && host == null) {
            details.wrong("api", "is missing, and the repository's address does not tell it");
        }
        details.end();
        return statement;
    }

    private SiteSettings settings(Fields fields) {
        var reading = SiteSettings.read(fields.rest());
        reading.problems().forEach(problem -> problems.add(problem.name() + ": " + problem.message()));
        return reading.settings();
    }
}
