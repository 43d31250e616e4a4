package org.commitcast.notify.announcement;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.notify.time.DatabaseTime;

/** The ledger over REST. */
@Path("/api/v1/announcements")
public class AnnouncementResource {
    private static final int PAGE = 100;

    private final Ledger ledger;
    private final Endings endings;
    private final DatabaseTime time;
    private final Event<AnnouncementRetried> retried;

    AnnouncementResource(Ledger ledger, Endings endings, DatabaseTime time, Event<AnnouncementRetried> retried) {
        this.ledger = ledger;
        this.endings = endings;
        this.time = time;
        this.retried = retried;
    }

    @GET
    @Transactional
    public AnnouncementView.Page list(@BeanParam AnnouncementFilter filter) {
        Map<String, Object> parameters = new HashMap<>();
        String condition = filter.condition(parameters);
        List<LedgerRow> rows =
                ledger.find(condition, Sort.by("id"), parameters).range(0, PAGE).list();
        boolean more = rows.size() > PAGE;
        List<AnnouncementView> shown =
                rows.stream().limit(PAGE).map(AnnouncementView::of).toList();
        return new AnnouncementView.Page(shown, more ? shown.get(PAGE - 1).id().toString() : null);
    }

    /** Sends it again. For an outcome that is unknown this says: it is not there, I looked. */
    @POST
    @Path("/{id}/retry")
    @Transactional
    public AnnouncementView retry(UUID id) {
        LedgerRow row = require(id);
        endings.of(row).ifPresent(reason -> {
            throw Problem.conflict("Nothing To Announce", "It cannot be retried: " + reason);
        });
        if (!row.retry(time.now())) {
            throw conflict(row, "retried");
        }
        ledger.recordBeforeGate(row);
        retried.fire(new AnnouncementRetried(row.channel()));
        return AnnouncementView.of(row);
    }

    /** Sends it never. */
    @POST
    @Path("/{id}/cancel")
    @Transactional
    public AnnouncementView cancel(UUID id) {
        LedgerRow row = require(id);
        if (!row.cancel("cancelled by a person", time.now())) {
            throw conflict(row, "cancelled");
        }
        ledger.record(row);
        return AnnouncementView.of(row);
    }

    private LedgerRow require(UUID id) {
        return ledger.locked(id).orElseThrow(() -> Problem.notFound("There is no announcement " + id));
    }

    private static Problem conflict(LedgerRow row, String what) {
        return Problem.conflict("Wrong status", "An announcement that is " + row.status + " cannot be " + what);
    }
}
