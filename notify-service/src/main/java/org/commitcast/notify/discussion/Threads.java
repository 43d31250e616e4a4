package org.commitcast.notify.discussion;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.address.ThreadAddress;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.ThreadCounts;
import org.jspecify.annotations.Nullable;

/**
 * The rules of an item's threads: each thread once, however its address is spelled; one primary for each platform; and
 * what a person said stays said.
 *
 * @param rejected addresses that come back only where a person brings them
 * @param leftAlone platforms whose link a person took out of the document: what we find there leads nowhere
 */
record Threads(List<DiscussionThread> all, List<String> rejected, Set<String> leftAlone) {
    static final Threads NONE = new Threads(List.of(), List.of(), Set.of());

    Threads {
        all = List.copyOf(all);
        rejected = List.copyOf(rejected);
        leftAlone = Set.copyOf(leftAlone);
    }

    /** As the topic tells of them, which does not say what was left alone: where nothing leads, that is how it was. */
    static Threads restored(DiscussionState state) {
        Set<String> quiet = new TreeSet<>();
        state.rejected().forEach(url -> quiet.add(ThreadAddress.of(url).platform()));
        state.threads().forEach(thread -> quiet.add(thread.platform()));
        state.threads().stream().filter(DiscussionThread::primary).forEach(thread -> quiet.remove(thread.platform()));
        return new Threads(state.threads(), state.rejected(), quiet);
    }

    /** With a thread that a person gave or confirmed. */
    Threads given(String platform, String url, Instant now) {
        Changed changed = new Changed();
        changed.allow(url);
        changed.leftAlone.remove(platform);
        if (changed.all.stream().noneMatch(is(url))) {
            changed.all.add(OneThread.of(platform, url, Origin.GIVEN, now));
        }
        changed.all.replaceAll(
                thread -> is(url).test(thread) ? OneThread.given(thread, url, lasts(thread), now) : thread);
        return changed.done();
    }

    /** With one that was found and that a person confirmed. */
    Threads confirmed(FoundThread thread, String platform, Instant now) {
        Changed changed = new Changed();
        changed.allow(thread.url());
        if (changed.all.stream().noneMatch(is(thread.url()))) {
            changed.all.add(OneThread.found(platform, thread, null, now));
        }
        return changed.done().given(platform, thread.url(), now);
    }

    /** With those that were found, the best first; what is known or rejected stays so. */
    Threads found(List<FoundThread> threads, String platform, @Nullable String proposal, Instant now) {
        Changed changed = new Changed();
        for (FoundThread thread : threads) {
            if (!isRejected(thread.url()) && changed.all.stream().noneMatch(is(thread.url()))) {
                changed.all.add(OneThread.found(platform, thread, proposal, now));
            }
        }
        return changed.done();
    }

    /** With what was found out about those that nobody described. */
    Threads described(List<FoundThread> found) {
        Changed changed = new Changed();
        found.forEach(one -> changed.all.replaceAll(
                thread -> is(one.url()).test(thread) ? OneThread.described(thread, one) : thread));
        return changed.done();
    }

    /** With one that an announcement of ours began. */
    Threads announced(String platform, String url, Instant now) {
        if (isRejected(url) || all.stream().anyMatch(is(url))) {
            return this;
        }
        Changed changed = new Changed();
        changed.all.add(OneThread.of(platform, url, Origin.ANNOUNCEMENT, now));
        return changed.done();
    }

    /** Without one that an announcement of ours began, which is there no more. */
    Threads takenBack(String url) {
        Changed changed = new Changed();
        changed.all.removeIf(is(url).and(thread -> thread.origin() == Origin.ANNOUNCEMENT));
        return changed.done();
    }

    /** Without one of which a person said that it is not about the item. */
    Threads rejecting(String url) {
        Changed changed = new Changed();
        changed.reject(url);
        return changed.done();
    }

    /** With what they have come to. */
    Threads counted(Map<String, ThreadCounts> counts) {
        Changed changed = new Changed();
        counts.forEach((url, count) ->
                changed.all.replaceAll(thread -> is(url).test(thread) ? OneThread.counted(thread, count) : thread));
        return changed.done();
    }

    /**
     * With what the front matter says now, in its spelling; what it said before and no longer says goes, also where it
     * was given and written there by us.
     *
     * @param byPerson whether the document changed, and not how it is read
     */
    Threads inFrontMatter(Set<String> before, Map<String, String> links, boolean byPerson, Instant now) {
        Changed changed = new Changed();
        for (DiscussionThread thread : all) {
            if (isGone(thread, before, links)) {
                changed.all.remove(thread);
                if (byPerson) {
                    changed.reject(thread.url());
                    changed.leftAlone.add(thread.platform());
                }
            }
        }
        changed.leftAlone.removeAll(links.keySet());
        new TreeMap<>(links).forEach((platform, url) -> {
            if (isRejected(url) && before.stream().anyMatch(known -> ThreadAddress.same(known, url))) {
                // Written by us before a person rejected it, and still there.
                return;
            }
            changed.allow(url);
            if (changed.all.stream().noneMatch(is(url))) {
                changed.all.add(OneThread.of(platform, url, Origin.FRONT_MATTER, now));
            }
            // Also ours: what was given and written back stays given.
            changed.all.replaceAll(thread -> is(url).test(thread) ? OneThread.spelled(thread, url) : thread);
        });
        return changed.done();
    }

    private boolean isGone(DiscussionThread thread, Set<String> before, Map<String, String> links) {
        boolean wasThere =
                thread.origin() == Origin.FRONT_MATTER || before.stream().anyMatch(url -> is(url).test(thread));
        return wasThere && links.values().stream().noneMatch(url -> is(url).test(thread)) && !isReplaced(thread, links);
    }

    /** Whether another that led already was written in its place: by us, and not by a person. */
    private boolean isReplaced(DiscussionThread thread, Map<String, String> links) {
        String link = links.get(thread.platform());
        return link != null
                && thread.origin() != Origin.FRONT_MATTER
                && all.stream().anyMatch(other -> other.primary() && is(link).test(other));
    }

    boolean isRejected(String url) {
        return rejected.stream().anyMatch(known -> ThreadAddress.same(known, url));
    }

    /** Whether none was given after it. */
    private boolean lasts(DiscussionThread thread) {
        return all.stream()
                .filter(other ->
                        other.origin() == Origin.GIVEN && other.platform().equals(thread.platform()))
                .noneMatch(other -> other.foundAt().isAfter(thread.foundAt()));
    }

    private static Predicate<DiscussionThread> is(String url) {
        return thread -> ThreadAddress.same(thread.url(), url);
    }

    /** What is being changed; {@link #done} puts the primaries right. */
    private final class Changed {
        private final List<DiscussionThread> all = new ArrayList<>(Threads.this.all);
        private final List<String> rejected = new ArrayList<>(Threads.this.rejected);
        private final Set<String> leftAlone = new TreeSet<>(Threads.this.leftAlone);

        private void allow(String url) {
            rejected.removeIf(known -> ThreadAddress.same(known, url));
        }

        private void reject(String url) {
            all.removeIf(is(url));
            if (!isRejected(url)) {
                rejected.add(url);
            }
        }

        private Threads done() {
            return new Threads(Primaries.chosen(all, leftAlone), rejected, leftAlone);
        }
    }
}
