package org.commitcast.ingest.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.commitcast.contentevents.Cause;
import org.commitcast.ingest.identity.Touch;
import org.commitcast.ingest.publishing.Item.State;
import org.commitcast.ingest.receipt.FindingView;
import org.commitcast.ingest.receipt.ImportedEntry;
import org.commitcast.ingest.receipt.ItemEntry;
import org.commitcast.ingest.receipt.ReceiptEntry;
import org.jspecify.annotations.Nullable;

/** The receipts of a plan's commits, from what the ledger became. */
final class ReceiptWriting {
    private final Plan plan;
    private final Map<String, Written> written;
    private final Map<String, Evaluated> evaluated;
    private final CommitFindings findings;
    private final @Nullable Baselined baseline;

    /** @param baseline what there is, where the head is what the site begins with */
    ReceiptWriting(Plan plan, Map<String, Written> written, CommitFindings findings, @Nullable Baselined baseline) {
        this.findings = findings;
        this.baseline = baseline;
        this.plan = plan;
        this.written = written;
        this.evaluated = plan.items().stream().collect(Collectors.toMap(Evaluated::contentId, one -> one));
    }

    /**
     * What there is when a site begins.
     *
     * @param findings of all files, errors first; not more than a page can show
     */
    record Baselined(ImportedEntry items, List<FindingView> findings) {}

    /** One for each commit; what a shared file changed belongs to the head's. */
    List<ReceiptEntry> entries() {
        if (!plan.tells()) {
            return List.of();
        }
        List<ReceiptEntry> entries = new ArrayList<>();
        Set<String> told = new HashSet<>();
        plan.touches().forEach((commit, touches) -> {
            if (!commit.equals(plan.head())) {
                entries.add(entry(commit, touches, false, told));
            }
        });
        entries.add(entry(plan.head(), plan.touches().getOrDefault(plan.head(), List.of()), true, told));
        return entries;
    }

    private ReceiptEntry entry(String commit, List<Touch> touches, boolean isHead, Set<String> told) {
        Map<String, ItemEntry> items = new LinkedHashMap<>();
        for (Touch touch : touches) {
            Written item = written.get(touch.contentId());
            if (item != null) {
                told.add(touch.contentId());
                items.put(touch.contentId(), item(item, touch));
            }
        }
        if (isHead && plan.site().imported()) {
            for (Evaluated one : plan.items()) {
                Written item = written.get(one.contentId());
                if (item != null && one.news() != null && told.add(one.contentId())) {
                    var touch = new Touch(one.contentId(), Touch.Kind.CHANGED, item.path(), null);
                    items.put(one.contentId(), item(item, touch));
                }
            }
        }
        Baselined begun = isHead ? baseline : null;
        List<FindingView> found = (isHead ? findings.ofHead() : findings.of(commit))
                .stream().map(FindingView::of).toList();
        return new ReceiptEntry(
                commit,
                plan.head(),
                plan.at(),
                List.copyOf(items.values()),
                begun == null ? found : begun.findings(),
                begun == null ? null : begun.items());
    }

    private ItemEntry item(Written item, Touch touch) {
        Evaluated one = evaluated.get(item.contentId());
        News news = one == null ? null : one.news();
        boolean out = item.state() == State.PUBLISHED || item.state() == State.WITHDRAWN;
        boolean quiet = news == null || news.cause() != Cause.CONTENT || item.baseline();
        return new ItemEntry(
                item.contentId(),
                touch.kind().name().toLowerCase(Locale.ROOT),
                item.kind(),
                touch.path(),
                touch.previousPath(),
                item.guid(),
                item.title(),
                item.url(),
                quiet,
                news != null,
                // Nothing of it went out with this commit, so there is no feed to wait for.
                out && news != null ? item.sequence() : 0,
                one == null ? "unchanged" : one.outcome(item.wasOut()),
                one == null ? null : one.releasedAt());
    }

    /** What became of items that may not have gone out with the commits before: one that is gone never will. */
    List<ItemEntry> further() {
        if (!plan.site().imported()) {
            return List.of();
        }
        return plan.items().stream()
                .filter(one -> one.news() != null
                        || one.keptBack() != null
                        || !one.item().present())
                .filter(one -> written.containsKey(one.contentId()))
                .map(one -> {
                    Written item = Objects.requireNonNull(written.get(one.contentId()));
                    var entry = item(item, new Touch(one.contentId(), Touch.Kind.CHANGED, item.path(), null));
                    boolean gone = !one.item().present() && one.news() == null;
                    return gone ? entry.hidden() : entry;
                })
                .toList();
    }
}
