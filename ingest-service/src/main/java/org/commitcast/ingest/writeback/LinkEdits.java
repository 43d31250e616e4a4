package org.commitcast.ingest.writeback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.frontmatter.FrontMatterEdit;
import org.commitcast.contentreading.yaml.YamlNode;
import org.commitcast.ingest.checkout.CommitTree;
import org.jspecify.annotations.Nullable;

/** What links change in the documents of one commit. */
final class LinkEdits {
    private final ContentReader reader;
    private final CommitTree tree;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final List<Link> edited = new ArrayList<>();

    LinkEdits(ContentReader reader, CommitTree tree) {
        this.reader = reader;
        this.tree = tree;
    }

    /** What it hangs on what becomes of a link: what is said of the site, and the document as it is. */
    String circumstances(Link link, @Nullable String path, long saidRevision) {
        return saidRevision + " " + key(link) + " " + path + " " + (path == null ? null : tree.blob(path));
    }

    private @Nullable String key(Link link) {
        return reader.rules().discussionKeys().byPlatform().get(link.platform());
    }

    /** Puts a link into the document at a path, unless a person has the say there. */
    void add(Link link, @Nullable String path) {
        String key = key(link);
        byte[] bytes = path == null ? null : bytes(path).orElse(null);
        if (path == null || bytes == null || key == null) {
            link.waits();
            return;
        }
        reader.read(path, bytes)
                .document()
                .ifPresentOrElse(
                        document -> add(link, document, key, bytes),
                        () -> link.refused("The document cannot be read."));
    }

    private Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path)).or(() -> tree.read(path));
    }

    private void add(Link link, Document document, String key, byte[] bytes) {
        Optional<YamlNode> there = document.frontMatter().values().get(key).filter(node -> node.toJson() != null);
        String said = there.flatMap(YamlNode::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        if (there.isPresent() && there.get().text().isEmpty()) {
            // A list or a map: we write none.
            link.left();
        } else if (link.mayReplace(said)) {
            edit(link, document.path(), key, bytes);
        }
    }

    private void edit(Link link, String path, String key, byte[] bytes) {
        FrontMatterEdit edit = FrontMatterEdit.setLink(bytes, key, link.url());
        edit.changed().ifPresent(changed -> {
            files.put(path, changed);
            edited.add(link);
        });
        edit.refusal().ifPresent(link::refused);
        if (edit.changed().isEmpty() && edit.refusal().isEmpty()) {
            link.written(null);
        }
    }

    /** The new content of the documents that change. */
    Map<String, byte[]> files() {
        return files;
    }

    /** The links that are in it. */
    List<Link> edited() {
        return edited;
    }
}
