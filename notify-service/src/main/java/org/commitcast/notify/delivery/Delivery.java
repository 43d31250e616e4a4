package org.commitcast.notify.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.eventtransport.Relay;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.Announcers;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Channels;
import org.commitcast.notify.channel.Outcome;
import org.commitcast.notify.time.DatabaseTime;
import org.jboss.logging.Logger;

/**
 * Makes attempts. The order is what keeps an announcement from being said twice: the ledger says SENDING, Kafka has
 * acknowledged that, the lease is still ours, and only then the channel is called.
 */
@ApplicationScoped
class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class);
    private static final Duration ACKNOWLEDGEMENT = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALL = ChannelHttp.LONGEST.plusSeconds(3);

    private final Claims claims;
    private final Channels channels;
    private final Announcers announcers;
    private final Relay relay;
    private final DatabaseTime time;
    private final SettlementRules rules = new SettlementRules(RandomGenerator.getDefault());

    /** Channels that asked to be left alone for a while: their other announcements wait too. */
    private final Map<String, Long> quietUntil = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    Delivery(Claims claims, Channels channels, Announcers announcers, Relay relay, DatabaseTime time) {
        this.claims = claims;
        this.channels = channels;
        this.announcers = announcers;
        this.relay = relay;
        this.time = time;
    }

    /** Sends all that is due on a channel, one after another. */
    void deliverAll(String channel) {
        while (!stopping && !isQuiet(channel)) {
            Optional<ChannelSettings> settings = settings(channel);
            if (settings.isEmpty()) {
                return;
            }
            Announcer announcer = announcers.require(settings.get().type());
            // Before the row is taken: it may mean a call.
            TextForm form = announcer.form(settings.get());
            Optional<Claim> claim = claims.next(channel, announcer, form);
            if (claim.isEmpty()) {
                return;
            }
            attempt(claim.get(), announcer, settings.get());
        }
    }

    private boolean isQuiet(String channel) {
        Long until = quietUntil.get(channel);
        return until != null && System.nanoTime() - until < 0;
    }

    /** A person has changed something, perhaps what the channel asked to be left alone for. */
    void endQuiet(String channel) {
        quietUntil.remove(channel);
    }

    /** Takes nothing new and gives back what has not been sent. */
    void stop() {
        stopping = true;
    }

    private void attempt(Claim claim, Announcer announcer, ChannelSettings channel) {
        if (!acknowledged(claim)) {
            claims.settle(claim, (row, now) -> row.giveBack(now, now));
            return;
        }
        if (!claims.renew(claim, LONGEST_CALL)) {
            return;
        }
        Instant now = QuarkusTransaction.requiringNew().call(time::now);
        Settlement settlement = claim.attempt().doubtful() && !claim.attempt().repeatable(now)
                ? search(claim, announcer, channel, now)
                : send(claim, announcer, channel, claim.attempt(), now);
        claims.settle(claim, settlement::settle);
        settlement.endOfChannel().ifPresent(reason -> disable(channel.name(), reason));
        LOG.debugf(
                "attempt settled (channel=%s item=%s)",
                channel.name(), claim.announcement().item().contentId());
    }

    /** Waits as long as Kafka is away; the row stays ours meanwhile and the outbox does not grow. */
    private boolean acknowledged(Claim claim) {
        try {
            while (!relay.awaitSent(claim.outboxId(), ACKNOWLEDGEMENT)) {
                if (stopping || !claims.renew(claim, Duration.ZERO)) {
                    return false;
                }
            }
            return !stopping;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Settlement send(Claim claim, Announcer announcer, ChannelSettings channel, Attempt attempt, Instant began) {
        Outcome outcome;
        try {
            outcome = announcer.announce(channel, claim.announcement());
        } catch (RuntimeException e) {
            LOG.errorf(e, "attempt broke off (channel=%s)", channel.name());
            outcome =
                    new Outcome.Unknown("the attempt broke off: " + e.getClass().getSimpleName());
        }
        Settlement settlement = rules.after(outcome, attempt, began);
        outcome.asked()
                .map(asked -> settlement
                        .next()
                        .map(next -> shorter(asked, Duration.between(began, next)))
                        .orElse(asked))
                .ifPresent(quiet -> quietUntil.put(channel.name(), System.nanoTime() + quiet.toNanos()));
        return settlement;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Settlement search(Claim claim, Announcer announcer, ChannelSettings channel, Instant began) {
        if (!announcer.canLookUp()) {
            return new Settlement.InDoubt("an earlier attempt may have arrived");
        }
        return announcer
                .lookUp(channel, claim.announcement())
                .handle(
                        found -> new Settlement.Sent(found.remoteId(), found.remoteUrl()),
                        () -> sendAfterSearch(claim, announcer, channel, began),
                        unclear -> rules.unclear(unclear.reason(), claim.attempt(), began));
    }

    private Settlement sendAfterSearch(Claim claim, Announcer announcer, ChannelSettings channel, Instant began) {
        // A search is several calls: somebody else may have taken the row meanwhile, and then settles it.
        if (!claims.renew(claim, LONGEST_CALL)) {
            return rules.unclear("the search took too long", claim.attempt(), began);
        }
        return send(claim, announcer, channel, claim.attempt().afresh(began), began);
    }

    private Optional<ChannelSettings> settings(String channel) {
        return QuarkusTransaction.requiringNew().call(() -> channels.findByIdOptional(channel)
                .filter(row -> row.silence() == null)
                .map(channels::settings));
    }

    private void disable(String channel, String reason) {
        QuarkusTransaction.requiringNew().run(() -> channels.disable(channel, reason));
        LOG.warnf("channel disabled (channel=%s): %s", channel, reason);
    }
}
