package org.commitcast.feed.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.Event;
import org.commitcast.contentevents.EventHandler;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.TranscriptState;

/** What a poll brought: of each key its newest state. */
public final class StateBatch implements EventHandler {
    private final Map<Key, SiteState> sites = new HashMap<>();
    private final Map<Key, ContentSnapshot> contents = new HashMap<>();
    private final Map<Key, DiscussionState> discussions = new HashMap<>();
    private final Map<Key, TranscriptState> transcripts = new HashMap<>();
    private final SortedSet<String> touched = new TreeSet<>();

    private record Key(String site, String incarnation, String key) {
        static Key of(Event event) {
            return new Key(event.site(), event.incarnation(), event.key());
        }
    }

    @Override
    public void siteChanged(SiteState site) {
        add(sites, site);
    }

    @Override
    public void contentChanged(ContentSnapshot content) {
        add(contents, content);
    }

    @Override
    public void discussionsChanged(DiscussionState state) {
        add(discussions, state);
    }

    @Override
    public void transcriptChanged(TranscriptState transcript) {
        add(transcripts, transcript);
    }

    private <T extends Event> void add(Map<Key, T> newest, T event) {
        newest.merge(Key.of(event), event, (one, other) -> other.revision() > one.revision() ? other : one);
        touched.add(event.site());
    }

    /** Sites that anything was told of, in the order in which they are locked. */
    public SortedSet<String> touchedSites() {
        return touched;
    }

    /** States of sites; of several incarnations in the order in which they came to be. */
    Collection<SiteState> sites() {
        return sites.values().stream()
                .sorted(Comparator.comparingLong(SiteState::revision))
                .toList();
    }

    Collection<ContentSnapshot> contents() {
        return contents.values();
    }

    Collection<DiscussionState> discussions() {
        return discussions.values();
    }

    Collection<TranscriptState> transcripts() {
        return transcripts.values();
    }
}
