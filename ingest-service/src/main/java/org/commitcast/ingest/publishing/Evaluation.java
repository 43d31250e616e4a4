package org.commitcast.ingest.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.ContentSnapshot.Status;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.Reading;
import org.commitcast.contentreading.across.TranscriptJoin;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.site.EnclosureProbing;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.publishing.Evaluated.KeptBack;
import org.commitcast.ingest.publishing.Item.State;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of items, from their documents at the head and from what was published before. */
final class Evaluation {
    private final AtHead work;
    private final SiteAtWork site;
    private final Readings readings;
    private final Walk walk;
    private final Map<String, ItemLine> lines;
    private final Map<String, String> snapshots;
    private final GuidLedger guids;
    private final TranscriptJoin transcripts;
    private final Predicate<Enclosure> proven;
    private final boolean holdsForAudio;
    private final Instant now;

    /**
     * @param snapshots the last published states of the items that are evaluated
     * @param proven whether audio was seen to be there as claimed
     */
    Evaluation(
            AtHead work,
            Map<String, String> snapshots,
            GuidLedger guids,
            TranscriptJoin transcripts,
            Predicate<Enclosure> proven) {
        this.proven = proven;
        this.holdsForAudio = work.readings.reader().rules().enclosureProbe() == EnclosureProbing.HOLD;
        this.work = work;
        this.site = work.site;
        this.readings = work.readings;
        this.walk = work.walk;
        this.lines = work.lines;
        this.snapshots = snapshots;
        this.guids = guids;
        this.transcripts = transcripts;
        this.now = work.now;
    }

    Evaluated of(KnownItem item) {
        ContentSnapshot previous = Optional.ofNullable(snapshots.get(item.contentId()))
                .map(json -> StoredJson.read(json, ContentSnapshot.class))
                .orElse(null);
        if (!item.present()) {
            return gone(item, previous, List.of());
        }
        String path = item.document().path();
        Reading reading = readings.read(path, item.document().blob());
        Document document = reading.document().orElse(null);
        if (reading.isHeld() || document == null) {
            return held(item, reading.findings(), document, previous);
        }
        if (!document.release().published()) {
            return previous == null
                    ? keptBack(item, reading.findings(), new KeptBack(State.HIDDEN, null))
                    : gone(item, previous, reading.findings());
        }
        return byDate(item, reading.findings(), document, previous)
                .dueAt(document.release().nextChange(now).orElse(null));
    }

    private Evaluated byDate(
            KnownItem item, List<Finding> findings, Document document, @Nullable ContentSnapshot previous) {
        if (document.release().isAwaitedAt(now)) {
            return waiting(item, findings, document, previous);
        }
        if (document.release().isOutAt(now)) {
            return out(item, findings, document, previous);
        }
        // Its time is over.
        return previous == null
                ? keptBack(item, findings, new KeptBack(State.HIDDEN, null))
                : withdrawn(item, previous, findings, Cause.CONTENT);
    }

    private Evaluated waiting(
            KnownItem item, List<Finding> findings, Document document, @Nullable ContentSnapshot previous) {
        var until = new KeptBack(State.WAITING, document.media().episode());
        // What is out stays out: its new date is in the future, but readers have it.
        return previous == null || !previous.published()
                ? keptBack(item, findings, until)
                : out(item, findings, document, previous);
    }

    private Evaluated out(
            KnownItem item, List<Finding> findings, Document document, @Nullable ContentSnapshot previous) {
        String guid = guid(item, document);
        Optional<Finding> conflict = guids.conflict(item.contentId(), document, guid, item.guid());
        if (conflict.isPresent()) {
            List<Finding> all = new ArrayList<>(findings);
            all.add(conflict.get());
            return held(item, all, document, previous);
        }
        if (waitsForAudio(item, document, previous)) {
            var media = document.media();
            return keptBack(item, findings, new KeptBack(State.WAITING, media.episode(), media.enclosure()));
        }
        var facts = new ItemFacts(
                site.name(),
                site.incarnation(),
                item.contentId(),
                guid,
                item.document().blob(),
                previous == null ? now : previous.firstPublishedAt(),
                previous == null ? isHistory(item) : previous.baseline(),
                transcripts.of(document.path()),
                previous);
        ContentSnapshot state = Snapshots.state(document, facts);
        guids.take(state);
        boolean same = previous != null && previous.published() && Snapshots.same(state, previous);
        News news = same ? null : new News(state, Status.PUBLISHED, cause(item, state, previous));
        return new Evaluated(item, changedBy(item), isBaseline(item), findings, news, null, null);
    }

    private boolean waitsForAudio(KnownItem item, Document document, @Nullable ContentSnapshot previous) {
        Enclosure claimed = document.media().enclosure();
        // History is out already, whatever became of its audio.
        if (!holdsForAudio || claimed == null || (item.guid() == null && isBaseline(item))) {
            return false;
        }
        boolean sameAudio = previous != null && previous.published() && sameAudio(claimed, previous.enclosure());
        return !sameAudio && !proven.test(claimed);
    }

    private static boolean sameAudio(Enclosure claimed, @Nullable Enclosure published) {
        return published != null
                && claimed.url().equals(published.url())
                && Objects.equals(claimed.length(), published.length())
                && claimed.type().equals(published.type());
    }

    private String guid(KnownItem item, Document document) {
        String frozen = item.guid();
        if (frozen != null) {
            return frozen;
        }
        String explicit = document.address().explicitGuid();
        return explicit != null
                ? explicit
                : site.adopted().guidOf(document).orElse(document.address().computedGuid());
    }

    private Cause cause(KnownItem item, ContentSnapshot state, @Nullable ContentSnapshot previous) {
        boolean touched = walk.changed(item.document().path()) || !site.imported();
        if (previous == null) {
            ItemLine known = lines.get(item.contentId());
            boolean held = known != null && known.state() == State.HELD;
            boolean broughtToLight = site.imported() && !held && isHistory(item);
            return broughtToLight ? Cause.DEFINITION : Cause.CONTENT;
        }
        ItemLine line = lines.get(item.contentId());
        if (!previous.published() && line != null && line.isDue(now)) {
            return Cause.CONTENT;
        }
        boolean document =
                !state.blob().equals(previous.blob()) || !state.path().equals(previous.path());
        if (document || (touched && !previous.published())) {
            return previous.published() && Snapshots.sameButDiscussion(state, previous, site.discussionKeys())
                    ? Cause.DISCUSSION
                    : Cause.CONTENT;
        }
        String before = previous.transcript();
        if (!Objects.equals(before, state.transcript())) {
            return Cause.TRANSCRIPT;
        }
        boolean bySoftware = !site.sameSoftware() || (previous.published() && Snapshots.sameButAdded(state, previous));
        return bySoftware ? Cause.SOFTWARE : Cause.DEFINITION;
    }

    /** History, or brought to light by a change of the definition: no news either way. */
    private boolean isBaseline(KnownItem item) {
        ItemLine line = lines.get(item.contentId());
        if (line != null) {
            return line.baseline();
        }
        if (!site.imported()) {
            return true;
        }
        return site.knowsItsPast() ? !walk.changed(item.document().path()) : work.isOfBaseline(item.document());
    }

    /** Also what was left out and comes out now, though neither its file changed nor its date came. */
    private boolean isHistory(KnownItem item) {
        ItemLine line = lines.get(item.contentId());
        boolean leftOut = line != null && (line.state() == State.HIDDEN || line.state() == State.WAITING);
        boolean byItself = walk.changed(item.document().path()) || (line != null && line.isDue(now));
        return isBaseline(item) || (site.imported() && leftOut && !byItself);
    }

    private Evaluated gone(KnownItem item, @Nullable ContentSnapshot previous, List<Finding> findings) {
        boolean touched = walk.changed(item.document().path());
        return withdrawn(item, previous, findings, touched ? Cause.CONTENT : Cause.DEFINITION);
    }

    private Evaluated withdrawn(
            KnownItem item, @Nullable ContentSnapshot previous, List<Finding> findings, Cause cause) {
        guids.leave(item.contentId());
        News news = previous != null && previous.published() ? new News(previous, Status.WITHDRAWN, cause) : null;
        return new Evaluated(item, changedBy(item), isBaseline(item), findings, news, null, null);
    }

    private Evaluated held(
            KnownItem item, List<Finding> findings, @Nullable Document document, @Nullable ContentSnapshot previous) {
        if (previous != null && item.guid() == null) {
            // As an import that was begun anew found it nobody has seen it: there is nothing to keep as it was.
            return withdrawn(item, previous, findings, Cause.DEFINITION);
        }
        Integer number = document == null ? null : document.media().episode();
        return keptBack(item, findings, new KeptBack(State.HELD, number));
    }

    private Evaluated keptBack(KnownItem item, List<Finding> findings, KeptBack why) {
        boolean baseline = isBaseline(item) && why.state() == State.HELD;
        return new Evaluated(item, changedBy(item), baseline, findings, null, why, null);
    }

    private @Nullable String changedBy(KnownItem item) {
        return walk.changedBy(item.document().path());
    }
}
