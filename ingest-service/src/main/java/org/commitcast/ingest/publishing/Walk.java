package org.commitcast.ingest.publishing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.ingest.checkout.Change;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.LocalCopy;
import org.commitcast.ingest.checkout.Step;
import org.commitcast.ingest.identity.Identities;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.identity.SeenDocument;
import org.commitcast.ingest.identity.Touch;
import org.commitcast.ingest.publishing.Readings.SourceFile;
import org.jspecify.annotations.Nullable;

/** The way from the last processed commit to the head, for identities: each commit under its own rules. */
final class Walk {
    private final LocalCopy copy;
    private final SiteSettings settings;
    private final Identities identities;
    private final Readings atHead;
    private final String head;
    private final Map<String, List<Touch>> touches = new LinkedHashMap<>();
    private final Map<String, String> changedBy = new HashMap<>();
    private final Map<String, Set<String>> files = new LinkedHashMap<>();

    Walk(LocalCopy copy, SiteSettings settings, Identities identities, Readings atHead, String head) {
        this.copy = copy;
        this.settings = settings;
        this.identities = identities;
        this.atHead = atHead;
        this.head = head;
    }

    /** Goes through the commits in their order, beginning with the rules of the one before them. */
    void through(List<Step> steps, @Nullable String from) {
        boolean same = steps.size() == 1 || !changeShared(steps, copy, atHead.reader());
        Readings rules = from == null || same ? atHead : at(from);
        for (Step step : steps) {
            boolean shared = changeShared(List.of(step), copy, atHead.reader());
            if (step.commit().equals(head)) {
                rules = atHead;
            } else if (shared) {
                rules = at(step.commit());
            }
            through(step, rules);
        }
    }

    /** Whether what all documents are read with changes on the way. */
    static boolean changeShared(List<Step> steps, LocalCopy copy, ContentReader reader) {
        return steps.stream()
                .flatMap(step -> step.changes().stream())
                .filter(change -> reader.concernsOthers(change.path()))
                .anyMatch(change ->
                        !reader.saysTheSame(change.path(), file(copy, change.before()), file(copy, change.after())));
    }

    private static Optional<byte[]> file(LocalCopy copy, @Nullable String blob) {
        return Optional.ofNullable(blob).flatMap(copy::file);
    }

    /** Whether a file came or went whose name alone says how others, that did not change, are read. */
    static boolean regroup(List<Step> steps, CommitTree tree, ContentReader reader) {
        Set<String> changed = new HashSet<>();
        Set<String> folders = new HashSet<>();
        for (Step step : steps) {
            for (Change change : step.changes()) {
                changed.add(change.path());
                boolean stays = change.before() != null && change.after() != null;
                if (!stays && reader.groups(change.path())) {
                    folders.add(change.path().substring(0, change.path().lastIndexOf('/') + 1));
                }
            }
        }
        return !folders.isEmpty()
                && tree.paths()
                        .filter(path -> !changed.contains(path) && isPage(FileName.of(path)))
                        .anyMatch(path -> folders.stream().anyMatch(path::startsWith));
    }

    private static boolean isPage(FileName file) {
        return file.markdown() || file.html();
    }

    private Readings at(String commit) {
        var limits = atHead.reader().rules().limits();
        return new Readings(copy, new SiteRules(ContentReader.of(copy.tree(commit), settings, limits), List.of()));
    }

    private void through(Step step, Readings rules) {
        Set<String> gone = new HashSet<>();
        List<SeenDocument> seen = new ArrayList<>();
        for (Change change : step.changes()) {
            String path = change.path();
            String blob = change.after();
            files.computeIfAbsent(step.commit(), commit -> new HashSet<>()).add(path);
            changedBy.put(path, step.commit());
            var document =
                    blob == null || !rules.isDocument(path) ? Optional.<SeenDocument>empty() : rules.seen(path, blob);
            document.ifPresentOrElse(seen::add, () -> gone.add(path));
        }
        add(step.commit(), identities.step(gone, seen));
    }

    /**
     * Compares with the whole tree: what became a document, or is none any more, without being touched.
     *
     * @param read documents' paths that were found to be such, under the head's rules, just now
     */
    void settle(CommitTree tree, Set<String> read) {
        List<SeenDocument> seen = new ArrayList<>();
        Set<String> gone = new HashSet<>();
        List<SourceFile> open = new ArrayList<>();
        tree.paths()
                .filter(path -> atHead.isDocument(path) && !read.contains(path))
                .forEach(path -> open.add(new SourceFile(path, String.valueOf(tree.blob(path)))));
        for (KnownItem item : identities.items()) {
            String path = item.document().path();
            if (item.present() && (tree.blob(path) == null || !atHead.isDocument(path))) {
                gone.add(path);
            }
        }
        atHead.inChunks(open, file -> file, file -> {
            Optional<SeenDocument> document = atHead.seen(file.path(), file.blob());
            if (document.isEmpty()) {
                gone.add(file.path());
            } else if (isAsKnown(file)) {
                identities.refresh(document.get());
            } else {
                seen.add(document.get());
            }
        });
        add(head, identities.step(gone, seen));
    }

    private boolean isAsKnown(SourceFile file) {
        return identities
                .at(file.path())
                .filter(item -> item.document().blob().equals(file.blob()))
                .isPresent();
    }

    private void add(String commit, List<Touch> more) {
        touches.computeIfAbsent(commit, key -> new ArrayList<>()).addAll(more);
    }

    /** What each commit touched, in their order. */
    Map<String, List<Touch>> touches() {
        return touches;
    }

    /** Whether a file changed on the way. */
    boolean changed(String path) {
        return changedBy.containsKey(path);
    }

    Set<String> changedPaths() {
        return changedBy.keySet();
    }

    /** Which files each commit changed. */
    Map<String, Set<String>> files() {
        return files;
    }

    /** The commit that last changed a file on the way; null where none did. */
    @Nullable String changedBy(String path) {
        return changedBy.get(path);
    }
}
