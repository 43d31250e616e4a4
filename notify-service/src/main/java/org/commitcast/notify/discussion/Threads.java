package org.commitcast.notify.discussion;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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
 * @param ours those of the rejected ones that led before, by what they are compared by: a document that says one may have
 *     it from us
 * @param leftOut what was found beyond those that can be told of, by what it is compared by
 * @param sameAs by addresses of all these the ids by which all servers know the thread, where those are others
 */
record Threads(
        List<DiscussionThread> all,
        List<String> rejected,
        Set<String> leftAlone,
        Set<String> ours,
        Set<String> leftOut,
        Map<String, String> sameAs) {
    static final Threads NONE = new Threads(List.of(), List.of(), Set.of(), Set.of(), Set.of(), Map.of());

    Threads {
        all = List.copyOf(all);
        rejected = List.copyOf(rejected);
        leftAlone = Set.copyOf(leftAlone);
        ours = Set.copyOf(ours);
        leftOut = Set.copyOf(leftOut);
        sameAs = Map.copyOf(sameAs);
    }

    /**
     * As the topic tells of them, which does not say what was left alone: where nothing leads, that is how it was. Nor
     * which were left out: they are counted again as they are found.
     */
    static Threads restored(DiscussionState state) {
        Set<String> quiet = new TreeSet<>();
        state.rejected().forEach(url -> quiet.add(ThreadAddress.of(url).platform()));
        state.threads().forEach(thread -> quiet.add(thread.platform()));
        state.threads().stream().filter(DiscussionThread::primary).forEach(thread -> quiet.remove(thread.platform()));
        return new Threads(state.threads(), state.rejected(), quiet, Set.of(), Set.of(), state.sameAs());
    }

    /** With no more of those that were found than this, the largest; what leads or somebody meant stays. */
    Threads within(int most) {
        Set<DiscussionThread> out = Mentions.tooMany(all, rejected, most);
        if (out.isEmpty()) {
            return this;
        }
        Changed changed = new Changed();
        out.forEach(changed::leaveOut);
        return changed.done();
    }

    /** With a thread that a person gave or confirmed. */
    Threads given(String platform, String url, Instant now) {
        Changed changed = new Changed();
        changed.allow(url, null);
        changed.give(platform, url, null, now);
        return changed.done();
    }

    /** With one that was found and that a person confirmed. */
    Threads confirmed(FoundThread thread, String platform, Instant now) {
        Changed changed = new Changed();
        changed.allow(thread.url(), thread.sameAs());
        changed.add(OneThread.found(platform, thread, null, now), thread.sameAs());
        changed.give(platform, thread.url(), thread.sameAs(), now);
        return changed.done();
    }

    /** With those that were found, the best first; what is known or rejected stays so. */
    Threads found(List<FoundThread> threads, String platform, @Nullable String proposal, Instant now) {
        Changed changed = new Changed();
        for (FoundThread thread : threads) {
            if (!changed.rejected.contains(thread.url(), thread.sameAs())) {
                changed.add(OneThread.found(platform, thread, proposal, now), thread.sameAs());
            }
        }
        return changed.done();
    }

    /** With what was found out about those that nobody described. */
    Threads described(List<FoundThread> found) {
        Changed changed = new Changed();
        found.forEach(one -> changed.all.change(one.url(), one.sameAs(), thread -> OneThread.described(thread, one)));
        return changed.done();
    }

    /** With one that an announcement of ours began. */
    Threads announced(String platform, String url, Instant now) {
        Changed changed = new Changed();
        if (changed.rejected.contains(url, null)) {
            return this;
        }
        changed.add(OneThread.of(platform, url, Origin.ANNOUNCEMENT, now), null);
        return changed.done();
    }

    /** Without one that an announcement of ours began, which is there no more. */
    Threads takenBack(String url) {
        Changed changed = new Changed();
        changed.all
                .get(url, null)
                .filter(thread -> thread.origin() == Origin.ANNOUNCEMENT)
                .ifPresent(thread -> changed.all.remove(url, null));
        return changed.done();
    }

    /**
     * Without one of which a person said that it is not about the item.
     *
     * @param id by which all servers know it, where that is known
     */
    Threads rejecting(String url, @Nullable String id) {
        Changed changed = new Changed();
        // Written by now, or on a branch that somebody may merge: nobody's word against the rejection.
        changed.all
                .get(url, id)
                .filter(thread -> thread.primary() && thread.origin() != Origin.FRONT_MATTER)
                .ifPresent(thread -> changed.ours.add(ByAddress.key(thread.url())));
        changed.reject(url, id);
        return changed.done();
    }

    /** With what they have come to. */
    Threads counted(Map<String, ThreadCounts> counts) {
        Changed changed = new Changed();
        counts.forEach((url, count) -> changed.all.change(url, null, thread -> OneThread.counted(thread, count)));
        return changed.done();
    }

    /** With the ids by which all servers know threads that are known by the address of a copy: two of one become one. */
    Threads identified(Map<String, String> ids) {
        Changed changed = new Changed();
        ids.forEach(changed::identify);
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
        Set<String> were = changed.known(before);
        Set<String> are = changed.known(links.values());
        for (DiscussionThread thread : all) {
            boolean wasThere = thread.origin() == Origin.FRONT_MATTER || were.contains(thread.url());
            if (wasThere && !are.contains(thread.url()) && !isReplaced(thread, links)) {
                String id = changed.all.remove(thread.url(), null).orElse(null);
                if (byPerson) {
                    changed.reject(thread.url(), id);
                    changed.leftAlone.add(thread.platform());
                }
            }
        }
        changed.leftAlone.removeAll(links.keySet());
        Set<String> known = keys(before);
        if (byPerson) {
            // Whoever took it out may write it there anew.
            Set<String> said = keys(links.values());
            changed.ours.removeIf(key -> known.contains(key) && !said.contains(key));
        }
        new TreeMap<>(links).forEach((platform, url) -> {
            String key = ByAddress.key(url);
            if (isRejected(url) && (known.contains(key) || changed.ours.contains(key))) {
                // Written or proposed by us before a person rejected it.
                return;
            }
            changed.allow(url, null);
            changed.add(OneThread.of(platform, url, Origin.FRONT_MATTER, now), null);
            // Also ours: what was given and written back stays given.
            changed.all.change(url, null, thread -> OneThread.spelled(thread, url));
        });
        return changed.done();
    }

    /** Whether another that led already was written in its place: by us, and not by a person. */
    private boolean isReplaced(DiscussionThread thread, Map<String, String> links) {
        String link = links.get(thread.platform());
        return link != null
                && thread.origin() != Origin.FRONT_MATTER
                && new Changed()
                        .all
                        .get(link, null)
                        .filter(DiscussionThread::primary)
                        .isPresent();
    }

    private static Set<String> keys(Collection<String> urls) {
        return urls.stream().map(ByAddress::key).collect(Collectors.toSet());
    }

    boolean isRejected(String url) {
        return new Changed().rejected.contains(url, null);
    }

    /** Whether none was given after it. */
    private boolean lasts(DiscussionThread thread) {
        return all.stream()
                .filter(other ->
                        other.origin() == Origin.GIVEN && other.platform().equals(thread.platform()))
                .noneMatch(other -> other.foundAt().isAfter(thread.foundAt()));
    }

    /** What is being changed; {@link #done} puts the primaries right. */
    private final class Changed {
        private final ByAddress<DiscussionThread> all = new ByAddress<>();
        private final ByAddress<String> rejected = new ByAddress<>();
        private final Set<String> leftAlone = new TreeSet<>(Threads.this.leftAlone);
        private final Set<String> ours = new TreeSet<>(Threads.this.ours);
        private final Set<String> leftOut = new TreeSet<>(Threads.this.leftOut);

        private Changed() {
            Threads.this.all.forEach(thread -> all.add(thread.url(), sameAs.get(thread.url()), thread));
            Threads.this.rejected.forEach(url -> rejected.add(url, sameAs.get(url), url));
        }

        private void add(DiscussionThread thread, @Nullable String id) {
            all.add(thread.url(), id, thread);
            isIn(thread.url(), id);
        }

        private void give(String platform, String url, @Nullable String id, Instant now) {
            add(OneThread.of(platform, url, Origin.GIVEN, now), id);
            leftAlone.remove(platform);
            all.change(url, id, thread -> OneThread.given(thread, url, lasts(thread), now));
        }

        private void isIn(String url, @Nullable String id) {
            if (!leftOut.isEmpty()) {
                leftOut.remove(ByAddress.key(url));
                Optional.ofNullable(id).map(ByAddress::key).ifPresent(leftOut::remove);
            }
        }

        private void leaveOut(DiscussionThread thread) {
            String id = all.remove(thread.url(), null).orElse(thread.url());
            leftOut.add(ByAddress.key(id));
        }

        private void allow(String url, @Nullable String id) {
            rejected.remove(url, id);
            ours.remove(ByAddress.key(url));
        }

        private void reject(String url, @Nullable String id) {
            String known = all.remove(url, id).or(() -> Optional.ofNullable(id)).orElse(null);
            isIn(url, known);
            rejected.add(url, known, url);
        }

        /** The addresses of those among the item's threads that these are. */
        private Set<String> known(Collection<String> urls) {
            return urls.stream()
                    .flatMap(url -> all.get(url, null).stream())
                    .map(DiscussionThread::url)
                    .collect(Collectors.toSet());
        }

        private void identify(String url, String id) {
            Optional<DiscussionThread> copy = all.get(url, null);
            Optional<DiscussionThread> other = all.get(id, null);
            if (copy.isEmpty()) {
                return;
            }
            if (rejected.contains(id, null) && !Primaries.isSaid(copy.get())) {
                reject(url, id);
            } else if (other.isEmpty() || other.equals(copy)) {
                all.change(url, id, thread -> thread);
            } else {
                boolean keepCopy = Primaries.ORDER.compare(copy.get(), other.get()) <= 0;
                DiscussionThread kept = keepCopy ? copy.get() : other.get();
                DiscussionThread dropped = keepCopy ? other.get() : copy.get();
                all.remove(dropped.url(), null);
                all.change(kept.url(), id, thread -> OneThread.merged(thread, dropped));
            }
        }

        private Threads done() {
            Map<String, String> ids = new HashMap<>(all.sameAs(DiscussionThread::url));
            ids.putAll(rejected.sameAs(Function.identity()));
            return new Threads(
                    Primaries.chosen(all.values(), leftAlone), rejected.values(), leftAlone, ours, leftOut, ids);
        }
    }
}
