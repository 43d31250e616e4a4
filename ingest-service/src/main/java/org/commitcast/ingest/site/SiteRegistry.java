package org.commitcast.ingest.site;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.eventtransport.Outbox;
import org.commitcast.ingest.checkout.RepositoryKey;
import org.commitcast.ingest.inbox.Arrival;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.inbox.OwnSource;
import org.commitcast.ingest.inbox.WorkQueue;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** Registers, changes and removes sites; each change with its record in one transaction. */
@ApplicationScoped
class SiteRegistry {
    private final Sites sites;
    private final Statements statements;
    private final SiteSecrets secrets;
    private final Takeover takeover;
    private final Outbox outbox;
    private final Inbox inbox;
    private final WorkQueue work;
    private final Event<SiteRemoved> removed;
    private final Event<SiteSaid> said;
    private final Clock clock;

    SiteRegistry(
            Sites sites,
            Statements statements,
            SiteSecrets secrets,
            Takeover takeover,
            Outbox outbox,
            Inbox inbox,
            WorkQueue work,
            Event<SiteRemoved> removed,
            Event<SiteSaid> said,
            Clock clock) {
        this.sites = sites;
        this.statements = statements;
        this.secrets = secrets;
        this.takeover = takeover;
        this.outbox = outbox;
        this.inbox = inbox;
        this.work = work;
        this.removed = removed;
        this.said = said;
        this.clock = clock;
    }

    /** Whether the site is new. */
    @Transactional
    boolean put(String name, Map<String, ? extends @Nullable Object> json) throws SQLException {
        var checked = statements.checked(json);
        SiteStatement statement = checked.statement();
        Site site = sites.findByIdOptional(name, LockModeType.PESSIMISTIC_WRITE).orElseGet(() -> new Site(name));
        boolean isNew = site.removed();
        if (isNew) {
            site.begin(UUID.randomUUID().toString());
            secrets.forget(site);
            work.add(name);
        } else {
            takeover.check(site, statements.of(site), checked, json);
            secrets.keepFromOthers(site, statements.of(site), statement);
        }
        site.say(
                StoredJson.write(Statements.withoutSecrets(json)),
                RepositoryKey.of(statement.repository().url()));
        secrets.change(site, checked.secrets());
        if (isNew) {
            // A site that is imported gets its new definition when its repository is read with it.
            var rules = Definitions.rulesAlone(statement);
            String branch = Optional.ofNullable(statement.repository().branch()).orElse("main");
            Instant now = clock.instant();
            site.define(
                    Definitions.effective(name, statement, rules, branch),
                    Definitions.explained(statement, rules, branch),
                    now);
            outbox.append(site.nextState(now));
        }
        sites.persist(site);
        work.repositoryMayBeAsked(name);
        work.statusesMayGo(name);
        inbox.put(Arrival.own(name, OwnSource.DEFINITION));
        said.fire(new SiteSaid(name, site.incarnation(), statement));
        return isNew;
    }

    /** Whether there was such a site. */
    @Transactional
    boolean remove(String name) throws SQLException {
        Optional<Site> found = sites.locked(name);
        if (found.isPresent()) {
            Site site = found.get();
            Instant now = clock.instant();
            removed.fire(new SiteRemoved(site, now));
            site.end();
            secrets.forget(site);
            outbox.append(site.nextState(now));
            work.remove(name);
        }
        return found.isPresent();
    }
}
