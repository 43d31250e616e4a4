package org.commitcast.ingest.checkout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.util.RawParseUtils;
import org.jspecify.annotations.Nullable;

/** Makes a tree out of another one, without a checkout: all that is not named stays as it is. */
final class TreeEdits {
    private TreeEdits() {}

    /**
     * Writes the tree.
     *
     * @param base the commit whose tree is edited; absent means none
     * @param files content by path, which may be new; a file that is there keeps its mode
     * @param removed paths that are to be gone
     */
    static ObjectId write(
            Repository repository,
            @Nullable ObjectId base,
            Map<String, ObjectId> files,
            Collection<String> removed,
            ObjectInserter inserter)
            throws IOException {
        DirCache index = DirCache.newInCore();
        if (base != null) {
            try (RevWalk commits = new RevWalk(repository);
                    ObjectReader reader = repository.newObjectReader()) {
                DirCacheBuilder all = index.builder();
                all.addTree(new byte[0], 0, reader, commits.parseCommit(base).getTree());
                all.finish();
            }
        }
        DirCacheEditor edits = index.editor();
        removed.forEach(path -> edits.add(new DirCacheEditor.DeletePath(entry(index, path))));
        files.forEach((path, blob) -> edits.add(new DirCacheEditor.PathEdit(entry(index, path)) {
            @Override
            public void apply(DirCacheEntry entry) {
                if (entry.getRawMode() == FileMode.TYPE_MISSING) {
                    entry.setFileMode(FileMode.REGULAR_FILE);
                }
                entry.setObjectId(blob);
            }
        }));
        edits.finish();
        return index.writeTree(inserter);
    }

    /** The file as the tree names it, which may be in another encoding than Git's own; else a new one. */
    private static DirCacheEntry entry(DirCache index, String path) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(path) && index.getEntry(path) == null) {
            for (int i = 0; i < index.getEntryCount(); i++) {
                DirCacheEntry one = index.getEntry(i);
                // As whoever walks the tree reads it.
                if (RawParseUtils.decode(StandardCharsets.UTF_8, one.getRawPath())
                        .equals(path)) {
                    return one;
                }
            }
        }
        return new DirCacheEntry(path);
    }
}
