package org.commitcast.ingest.site;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commitcast.adminapi.secret.SealedSecrets;
import org.commitcast.ingest.checkout.CheckoutConfig;
import org.commitcast.ingest.checkout.GitAccess;
import org.commitcast.ingest.checkout.RepositoryAddress;
import org.commitcast.ingest.checkout.RepositoryCredentials;
import org.commitcast.ingest.githubapp.AppKey;
import org.commitcast.ingest.githubapp.AppLogin;
import org.commitcast.ingest.githubapp.GitHubApps;
import org.commitcast.ingest.site.SaidSecrets.SaidWebhookSecret;
import org.commitcast.ingest.site.SiteStatement.GitHubAppStatement;
import org.commitcast.ingest.site.SiteStatement.PublishRepositoryStatement;
import org.commitcast.ingest.site.SiteStatement.PublishStatement;
import org.commitcast.ingest.site.WriteBackStatement.ProposalStatement;
import org.jspecify.annotations.Nullable;

/** What a site keeps secret: how to read its repository, and what its webhooks are signed with. */
@ApplicationScoped
public class SiteSecrets {
    private final SealedSecrets sealed;
    private final SecretRows rows;
    private final Statements statements;
    private final CheckoutConfig checkout;
    private final GitHubApps apps;
    private final Clock clock;

    SiteSecrets(
            SealedSecrets sealed,
            SecretRows rows,
            Statements statements,
            CheckoutConfig checkout,
            GitHubApps apps,
            Clock clock) {
        this.sealed = sealed;
        this.rows = rows;
        this.statements = statements;
        this.checkout = checkout;
        this.apps = apps;
        this.clock = clock;
    }

    /** How to reach a site's repository. */
    public GitAccess access(Site site) {
        SiteStatement statement = statements.of(site);
        var address = RepositoryAddress.parse(statement.repository().url(), checkout);
        Map<String, SecretRow> kept =
                rows.of(site.name()).stream().collect(Collectors.toMap(SecretRow::purpose, row -> row));
        return new GitAccess(
                address, statement.repository().branch(), credentials(site, statement.repository(), address, kept));
    }

    /** How to reach the repository that a site's feeds are committed to; nothing where they are not. */
    public Optional<GitAccess> publishAccess(Site site) {
        SiteStatement statement = statements.of(site);
        PublishStatement publish = statement.publish();
        if (publish == null) {
            return Optional.empty();
        }
        GitAccess content = access(site);
        PublishRepositoryStatement other = publish.repository();
        if (other == null) {
            return Optional.of(
                    content.onBranch(Optional.ofNullable(publish.branch()).orElse(content.branch())));
        }
        var address = RepositoryAddress.parse(other.url(), checkout);
        return Optional.of(new GitAccess(address, publish.branch(), credentials(site, other, address, content)));
    }

    /** Its own, else those of the content where the same server would see them anyway. */
    private RepositoryCredentials credentials(
            Site site, PublishRepositoryStatement other, RepositoryAddress address, GitAccess content) {
        Map<String, SecretRow> kept =
                rows.of(site.name()).stream().collect(Collectors.toMap(SecretRow::purpose, row -> row));
        String sshKey = open(site, kept.get(SaidSecrets.PUBLISH_SSH_KEY));
        String token = open(site, kept.get(SaidSecrets.PUBLISH_TOKEN));
        String password = open(site, kept.get(SaidSecrets.PUBLISH_PASSWORD));
        String user = other.username();
        if (address.isSsh() && sshKey != null) {
            return new RepositoryCredentials.SshKey(sshKey, null);
        } else if (token != null) {
            return new RepositoryCredentials.Token(user, token);
        } else if (password != null) {
            return user == null
                    ? new RepositoryCredentials.Token(null, password)
                    : new RepositoryCredentials.Password(user, password);
        }
        return address.sameServer(content.address().uri()) ? content.credentials() : RepositoryCredentials.none();
    }

    private RepositoryCredentials credentials(
            Site site,
            SiteStatement.RepositoryStatement statement,
            RepositoryAddress address,
            Map<String, SecretRow> kept) {
        String token = open(site, kept.get(SaidSecrets.TOKEN));
        String sshKey = open(site, kept.get(SaidSecrets.SSH_KEY));
        String password = open(site, kept.get(SaidSecrets.PASSWORD));
        GitHubAppStatement app = statement.githubApp();
        if (address.isSsh()) {
            return sshKey == null ? RepositoryCredentials.none() : new RepositoryCredentials.SshKey(sshKey, token);
        } else if (app != null) {
            return app(app, address, open(site, kept.get(SaidSecrets.APP_KEY)));
        } else if (token != null) {
            return new RepositoryCredentials.Token(statement.username(), token);
        } else if (password == null) {
            return RepositoryCredentials.none();
        }
        String user = statement.username();
        return user == null
                ? new RepositoryCredentials.Token(null, password)
                : new RepositoryCredentials.Password(user, password);
    }

    private RepositoryCredentials app(GitHubAppStatement app, RepositoryAddress address, @Nullable String key) {
        String id = app.appId();
        if (id != null && key != null) {
            return new RepositoryCredentials.App(new AppLogin(id, app.installationId(), AppKey.parse(key)));
        }
        return apps.deployments(address.uri())
                .filter(own -> id == null || id.equals(own.appId()))
                .<RepositoryCredentials>map(own ->
                        new RepositoryCredentials.App(new AppLogin(own.appId(), app.installationId(), own.key())))
                .orElse(RepositoryCredentials.none());
    }

    /** What its webhooks may be signed with now; nothing where none may come. */
    public List<WebhookSecret> webhookSecrets(Site site) {
        Instant now = clock.instant();
        List<WebhookSecret> secrets = new ArrayList<>();
        for (SecretRow row : rows.of(site.name())) {
            int number = SaidSecrets.WEBHOOK.indexOf(row.purpose()) + 1;
            String value = number > 0 && row.holdsAt(now) ? open(site, row) : null;
            if (value != null) {
                secrets.add(new WebhookSecret(number, value));
            }
        }
        return secrets;
    }

    /** The site's own token for commit statuses. */
    public Optional<String> statusToken(Site site) {
        return token(site, SaidSecrets.STATUS_TOKEN);
    }

    /** The site's own token for pull and merge requests. */
    public Optional<String> proposalToken(Site site) {
        return token(site, SaidSecrets.PROPOSAL_TOKEN);
    }

    private Optional<String> token(Site site, String purpose) {
        return rows.of(site.name()).stream()
                .filter(row -> row.purpose().equals(purpose))
                .findFirst()
                .map(row -> sealed.open(id(site, row.purpose()), row.sealed()));
    }

    /**
     * Forgets what would go to another server now: whoever may change a site's definition could have it sent to
     * themselves.
     */
    void keepFromOthers(Site site, SiteStatement before, SiteStatement now) {
        var address = RepositoryAddress.parse(now.repository().url(), checkout);
        if (!address.sameServer(
                RepositoryAddress.parse(before.repository().url(), checkout).uri())) {
            SaidSecrets.OF_REPOSITORY.forEach(purpose -> rows.remove(site.name(), purpose));
        }
        RepositoryAddress publishing = publishing(now);
        RepositoryAddress published = publishing(before);
        if (publishing == null || published == null || !publishing.sameServer(published.uri())) {
            SaidSecrets.OF_PUBLISHING.forEach(purpose -> rows.remove(site.name(), purpose));
        }
        forgetUnlessSame(site, SaidSecrets.STATUS_TOKEN, statusApi(before), statusApi(now));
        forgetUnlessSame(site, SaidSecrets.PROPOSAL_TOKEN, proposalApi(before), proposalApi(now));
    }

    private void forgetUnlessSame(Site site, String purpose, @Nullable URI before, @Nullable URI now) {
        if (now == null || before == null || !new RepositoryAddress(now).sameServer(before)) {
            rows.remove(site.name(), purpose);
        }
    }

    private @Nullable RepositoryAddress publishing(SiteStatement statement) {
        PublishStatement publish = statement.publish();
        PublishRepositoryStatement other = publish == null ? null : publish.repository();
        return other == null ? null : RepositoryAddress.parse(other.url(), checkout);
    }

    private @Nullable URI statusApi(SiteStatement statement) {
        return api(statement, statement.status().forge(), statement.status().api());
    }

    private @Nullable URI proposalApi(SiteStatement statement) {
        ProposalStatement proposal = statement.writeBack().proposal();
        return api(statement, proposal.forge(), proposal.api());
    }

    private @Nullable URI api(SiteStatement statement, @Nullable ForgeKind forge, @Nullable URI said) {
        return said != null || forge == null
                ? said
                : URI.create(forge.apiOf(
                        RepositoryAddress.parse(statement.repository().url(), checkout)
                                .uri()));
    }

    /** Takes new secrets; what nothing was said of is kept. */
    void change(Site site, SaidSecrets said) {
        List<SaidWebhookSecret> webhook = said.webhook();
        if (webhook != null) {
            SaidSecrets.WEBHOOK.forEach(purpose -> rows.remove(site.name(), purpose));
            for (int i = 0; i < webhook.size(); i++) {
                SaidWebhookSecret one = webhook.get(i);
                String purpose = SaidSecrets.WEBHOOK.get(i);
                rows.put(
                        site.name(),
                        new SecretRow(purpose, seal(site, purpose, one.secret()), one.notBefore(), one.notAfter()));
            }
        }
        said.repository().forEach((purpose, secret) -> {
            if (secret.isEmpty()) {
                rows.remove(site.name(), purpose);
            } else {
                SaidSecrets.insteadOf(purpose).forEach(other -> rows.remove(site.name(), other));
                rows.put(site.name(), new SecretRow(purpose, seal(site, purpose, secret), null, null));
            }
        });
    }

    /** The site's life is over. */
    void forget(Site site) {
        rows.removeAll(site.name());
    }

    private byte[] seal(Site site, String purpose, String secret) {
        return sealed.seal(id(site, purpose), secret);
    }

    private @Nullable String open(Site site, @Nullable SecretRow row) {
        return row == null ? null : sealed.open(id(site, row.purpose()), row.sealed());
    }

    private static String id(Site site, String purpose) {
        return "site/" + site.name() + "/" + site.incarnation() + "/" + purpose;
    }
}
