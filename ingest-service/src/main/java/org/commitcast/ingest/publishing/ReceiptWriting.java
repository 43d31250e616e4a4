package org.commitcast.ingest.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.ingest.identity.Touch;
import org.commitcast.ingest.publishing.Item.State;
import org.commitcast.ingest.receipt.ItemEntry;
import org.commitcast.ingest.receipt.ReceiptEntry;

/** The receipts of a plan's commits, from what the ledger became. */
final class ReceiptWriting {
    private final Plan plan;
    private final Map<String, Written> written;
    private final Map<String, Evaluated> evaluated;

    ReceiptWriting(Plan plan, Map<String, Written> written) {
        this.plan = plan;
        this.written = written;
        this.evaluated = plan.items().stream().collect(Collectors.toMap(Evaluated::contentId, one -> one));
    }

    /** One for each commit; what a shared file changed belongs to the head's. */
    List<ReceiptEntry> entries() {
        if (!plan.completes() || (plan.touches().isEmpty() && plan.site().imported())) {
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
        Set<String> paths = new TreeSet<>();
        for (Touch touch : touches) {
            paths.add(touch.path());
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
        return new ReceiptEntry(commit, plan.head(), plan.at(), List.copyOf(items.values()), findings(paths, isHead));
    }

    private List<Finding> findings(Set<String> paths, boolean isHead) {
        // What stood side by side before is not this commit's.
        Set<String> read = isHead ? plan.findings().keySet() : paths;
        List<Finding> found = new ArrayList<>(isHead ? plan.sharedFindings() : List.of());
        plan.findings().forEach((path, findings) -> {
            if (isHead || paths.contains(path)) {
                found.addAll(findings);
            }
        });
        plan.across().stream()
                .filter(finding -> read.contains(finding.path()) || !plan.site().imported())
                .forEach(found::add);
        return found;
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
                out && news != null ? item.sequence() : 0);
    }

    /** Items that are out now, perhaps after having waited. */
    List<ItemEntry> outNow() {
        return plan.items().stream()
                .filter(one -> one.news() != null && written.containsKey(one.contentId()))
                .map(one -> {
                    Written item = Objects.requireNonNull(written.get(one.contentId()));
                    return item(item, new Touch(one.contentId(), Touch.Kind.CHANGED, item.path(), null));
                })
                .toList();
    }
}
