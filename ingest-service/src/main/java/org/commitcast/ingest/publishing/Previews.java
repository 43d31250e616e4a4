package org.commitcast.ingest.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentreading.RepositoryCheck;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.identity.Touch;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** What publishing a commit would do, by the very steps that publish one, short of the last. */
@ApplicationScoped
public class Previews {
    private final Items items;
    private final Planning planning;
    private final Attribution attribution;
    private final Clock clock;

    Previews(Items items, Planning planning, Attribution attribution, Clock clock) {
        this.attribution = attribution;
        this.items = items;
        this.planning = planning;
        this.clock = clock;
    }

    /** Works it out for an imported site; nothing is stored or published. */
    public Preview of(SiteAtWork site, LocalCopy copy, String commit, String branch) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Plan plan = planning.plan(site, copy, commit, branch, now).plan();
        Map<String, Touch> touches = new HashMap<>();
        plan.touches()
                .values()
                .forEach(all -> all.forEach(touch -> touches.merge(touch.contentId(), touch, Previews::both)));
        List<Preview.Change> changes = new ArrayList<>();
        for (List<Evaluated> chunk : Readings.chunks(plan.items())) {
            Map<String, String> published =
                    items.snapshots(chunk.stream().map(Evaluated::contentId).toList());
            for (Evaluated one : chunk) {
                Touch touch = touches.get(one.contentId());
                if (touch != null || one.news() != null) {
                    changes.add(change(one, touch, published.get(one.contentId())));
                }
            }
        }
        return new Preview(changes, findings(plan));
    }

    /** What several commits did to an item, as one: what was added stays added, wherever it went then. */
    private static Touch both(Touch earlier, Touch later) {
        boolean added = earlier.kind() == Touch.Kind.ADDED && later.kind() != Touch.Kind.REMOVED;
        boolean moved = earlier.kind() == Touch.Kind.MOVED && later.kind() == Touch.Kind.CHANGED;
        Touch.Kind kind = added || moved ? earlier.kind() : later.kind();
        String previous = earlier.previousPath() != null ? earlier.previousPath() : later.previousPath();
        return new Touch(later.contentId(), kind, later.path(), added ? null : previous);
    }

    private static Preview.Change change(Evaluated one, @Nullable Touch touch, @Nullable String published) {
        News news = one.news();
        ContentSnapshot state = news == null ? null : news.state();
        ContentSnapshot before = published == null ? null : StoredJson.read(published, ContentSnapshot.class);
        var document = one.item().document();
        return new Preview.Change(
                before == null ? null : one.contentId(),
                touch == null ? "changed" : touch.kind().name().toLowerCase(Locale.ROOT),
                one.outcome(before != null && before.published()),
                document.path(),
                touch == null ? null : touch.previousPath(),
                state == null ? null : state.kind(),
                state == null ? document.title() : state.title(),
                state == null ? null : state.guid(),
                state == null ? null : state.url(),
                one.releasedAt(),
                state == null || before == null ? List.of() : Snapshots.differences(before, state));
    }

    private List<Finding> findings(Plan plan) throws SQLException {
        return attribution.of(plan).ofHead().stream()
                .sorted(RepositoryCheck.ORDER)
                .toList();
    }
}
