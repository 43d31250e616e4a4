package org.commitcast.ingest.writeback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.frontmatter.FrontMatterEdit;
import org.commitcast.ingest.checkout.CommitTree;

/** What links change in the documents of one commit. */
final class LinkEdits {
    private final ContentReader reader;
    private final CommitTree tree;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Link> edited = new ArrayList<>();
    private final List<Finding> refusals = new ArrayList<>();

    LinkEdits(ContentReader reader, CommitTree tree) {
        this.reader = reader;
        this.tree = tree;
    }

    /** Puts a link into the document at a path, unless a person has the say there. */
    void add(Link link, String path) {
        Optional<byte[]> bytes = Optional.ofNullable(files.get(path)).or(() -> tree.read(path));
        Optional<Document> document =
                bytes.flatMap(found -> reader.read(path, found).document());
        String key = reader.rules().discussionKeys().byPlatform().get(link.platform());
        if (document.isEmpty() || key == null) {
            link.left();
            return;
        }
        String said = document.get()
                .frontMatter()
                .values()
                .text(key)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        if (link.mayReplace(said)) {
            edit(link, path, key, bytes.get());
        }
    }

    private void edit(Link link, String path, String key, byte[] bytes) {
        FrontMatterEdit edit = FrontMatterEdit.setLink(bytes, key, link.url());
        edit.changed().ifPresent(changed -> {
            files.put(path, changed);
            edited.add(link);
        });
        edit.refusal().ifPresent(reason -> {
            link.refused();
            refusals.add(refusal(path, reason));
        });
        if (edit.changed().isEmpty() && edit.refusal().isEmpty()) {
            link.written(null);
        }
    }

    static Finding refusal(String path, String reason) {
        return new Finding(
                "write-back.refused",
                Severity.WARNING,
                path,
                Position.START,
                "The discussion's link could not be written here: " + reason);
    }

    /** The new content of the documents that change. */
    Map<String, byte[]> files() {
        return files;
    }

    /** The links that are in it. */
    List<Link> edited() {
        return edited;
    }

    List<Finding> refusals() {
        return refusals;
    }
}
