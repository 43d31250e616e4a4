package org.commitcast.ingest.hosting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.hosting.Listing.Listed;
import org.jspecify.annotations.Nullable;

/** What a branch lacks of the documents as they are now; files of others are left alone. */
final class Edits {
    private final String site;
    private final LocalCopy copy;
    private final @Nullable CommitTree tree;
    private final Map<String, Written> before;
    private final Set<String> ours = new TreeSet<>();
    private final Map<String, String> files = new LinkedHashMap<>();
    private final List<String> removed = new ArrayList<>();
    private final Set<String> taken = new TreeSet<>();
    private final Map<String, Written> now = new TreeMap<>();
    private final Map<String, Written> kept = new TreeMap<>();

    /** Brings a document's bytes. */
    interface Source {
        byte[] bytes(Listed document) throws NotYetException;
    }

    /**
     * Of a branch as it is.
     *
     * @param tree absent where the branch is not there
     * @param before what was written last, or would have been
     */
    Edits(String site, LocalCopy copy, @Nullable CommitTree tree, Map<String, Written> before) {
        this.site = site;
        this.copy = copy;
        this.tree = tree;
        this.before = before;
        if (tree != null) {
            tree.read(Manifest.path(site))
                    .ifPresent(bytes -> ours.addAll(Manifest.read(site, bytes).files()));
            before.forEach((path, written) -> {
                if (written.blob().equals(tree.blob(path))) {
                    ours.add(path);
                }
            });
        }
    }

    /**
     * Works out what there is to do; documents that are there already are not asked for.
     *
     * @param left paths that are ours no longer, whatever is there
     */
    void bring(Map<String, Listed> places, Set<String> left, Source source) throws IOException, NotYetException {
        for (Map.Entry<String, Listed> place : places.entrySet()) {
            bring(place.getKey(), place.getValue(), source);
        }
        if (tree != null) {
            ours.stream()
                    .filter(path -> !places.containsKey(path) && !left.contains(path))
                    .filter(path -> tree.blob(path) != null)
                    .forEach(removed::add);
        }
        String list = Manifest.path(site);
        String blob = copy.store(Manifest.of(site, now.keySet()).bytes());
        if (!blob.equals(there(list))) {
            files.put(list, blob);
        }
    }

    private void bring(String path, Listed document, Source source) throws IOException, NotYetException {
        String there = there(path);
        Written last = before.get(path);
        boolean same = last != null
                && last.etag().equals(document.etag())
                && last.blob().equals(there);
        String blob = same && there != null ? there : copy.store(source.bytes(document));
        if (!blob.equals(there)) {
            boolean mayBeWritten = tree == null || (there != null && ours.contains(path)) || tree.hasRoomFor(path);
            if (!mayBeWritten) {
                taken.add(path);
                // Whoever puts this there gives us the place, though there be newer bytes by then.
                kept.put(path, new Written(document.etag(), blob));
                return;
            }
            files.put(path, blob);
        }
        now.put(path, new Written(document.etag(), blob));
    }

    private @Nullable String there(String path) {
        return tree == null ? null : tree.blob(path);
    }

    /** New content by path. */
    Map<String, String> files() {
        return files;
    }

    /** Paths of ours that no document belongs to any more. */
    List<String> removed() {
        return removed;
    }

    /** Paths where something else is. */
    Set<String> taken() {
        return taken;
    }

    /** What is there with them, and what would be there where something else is. */
    Map<String, Written> written() {
        Map<String, Written> all = new TreeMap<>(now);
        all.putAll(kept);
        return all;
    }

    boolean isEmpty() {
        return files.isEmpty() && removed.isEmpty();
    }
}
