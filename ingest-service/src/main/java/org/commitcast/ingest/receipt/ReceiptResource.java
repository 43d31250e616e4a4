package org.commitcast.ingest.receipt;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.receipt.ReceiptView.Stage;
import org.commitcast.ingest.site.SiteLookup;
import org.jboss.resteasy.reactive.RestPath;

/** Receipts over REST. Waiting holds no thread. */
@Path("/api/v1/sites/{site}/commits/{commit}")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
class ReceiptResource {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** What is parsed is so within a few of these; who waits longer than that waits for others. */
    private static final Duration FIRST_PAUSES = Duration.ofMillis(20);

    private static final Duration FIRST = Duration.ofSeconds(1);

    private final ReceiptReader receipts;
    private final SiteLookup sites;

    ReceiptResource(ReceiptReader receipts, SiteLookup sites) {
        this.receipts = receipts;
        this.sites = sites;
    }

    @GET
    public Uni<ReceiptView> get(
            @RestPath String site,
            @RestPath String commit,
            @QueryParam("wait") @DefaultValue("0s") String wait,
            @QueryParam("for") @DefaultValue("feed") String stage) {
        Stage wanted = stage(stage);
        long begin = System.nanoTime();
        long deadline = begin + Waits.parse(wait, LONGEST).toNanos();
        return look(site, commit, wanted, begin, deadline).onItem().transform(found -> found.filter(
                        receipt -> !receipt.isElsewhere())
                .orElseThrow(() -> unknown(site, commit, found.isPresent())));
    }

    private Uni<Optional<ReceiptView>> look(String site, String commit, Stage wanted, long begin, long deadline) {
        return Uni.createFrom()
                .item(Unchecked.supplier(() -> find(site, commit)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUni(found -> {
                    boolean done = found.filter(receipt -> receipt.isElsewhere() || receipt.reached(wanted))
                            .isPresent();
                    if (done || System.nanoTime() - deadline >= 0) {
                        return Uni.createFrom().item(found);
                    }
                    return Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(System.nanoTime() - begin < FIRST.toNanos() ? FIRST_PAUSES : PAUSE)
                            .onItem()
                            .transformToUni(pause -> look(site, commit, wanted, begin, deadline));
                });
    }

    private Problem unknown(String site, String commit, boolean elsewhere) {
        return Problem.notFound(
                elsewhere
                        ? "The commit " + commit + " is not on " + sites.branch(site) + ", the branch that is followed;"
                                + " or it came there with a merge, or was overtaken by what was pushed next."
                        : "The commit " + commit + " of " + site + " is not known.");
    }

    private Optional<ReceiptView> find(String site, String commit) throws SQLException {
        return receipts.find(site, sites.incarnation(site), commit);
    }

    private static Stage stage(String name) {
        try {
            return Stage.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "Invalid parameter", "'for' must be parsed, feed, published, live, announced or discussed.");
        }
    }
}
