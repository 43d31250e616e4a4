package org.commitcast.ingest.writeback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.frontmatter.FrontMatterEdit;
import org.commitcast.contentreading.yaml.YamlNode;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.proposal.OpenProposal;
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
        add(link, path, link::mayReplace, () -> link.written(null));
    }

    /** The same on the branch of a proposal. */
    void propose(Link link, @Nullable String path, OpenProposal in) {
        add(link, path, said -> link.mayPropose(in, said), () -> link.proposed(in, null));
    }

    /** The same where the branch has the document as the followed one has it by now. */
    void renew(Link link, @Nullable String path, OpenProposal in) {
        add(link, path, link::mayReplace, () -> link.proposed(in, null));
    }

    /** A document is to be as it was without some link. */
    void restore(String path, byte[] document) {
        files.put(path, document);
    }

    /** Whether a link may be put into the document at a path; if not it is settled. */
    boolean isWanted(Link link, @Nullable String path) {
        return find(link, path).filter(place -> link.mayReplace(place.said())).isPresent();
    }

    private void add(Link link, @Nullable String path, Predicate<@Nullable String> mayWrite, Runnable isThere) {
        find(link, path).filter(place -> mayWrite.test(place.said())).ifPresent(place -> edit(link, place, isThere));
    }

    /** A document, and what it says under a link's key. */
    private record Place(Document document, String key, @Nullable String said) {}

    /** Where a link would go; if it cannot go anywhere it is settled. */
    private Optional<Place> find(Link link, @Nullable String path) {
        String key = key(link);
        byte[] bytes = path == null ? null : bytes(path).orElse(null);
        if (path == null || bytes == null || key == null) {
            link.waits();
            return Optional.empty();
        }
        Optional<Document> document = reader.read(path, bytes).document();
        if (document.isEmpty()) {
            link.refused("The document cannot be read.");
            return Optional.empty();
        }
        Optional<YamlNode> there =
                document.get().frontMatter().values().get(key).filter(node -> node.toJson() != null);
        if (there.isPresent() && there.get().text().isEmpty()) {
            link.leave("There is a list or an object, and Commitcast writes none.");
            return Optional.empty();
        }
        String said = there.flatMap(YamlNode::text)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(null);
        link.waitsNoMore();
        return Optional.of(new Place(document.get(), key, said));
    }

    private Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path)).or(() -> tree.read(path));
    }

    private void edit(Link link, Place place, Runnable isThere) {
        String path = place.document().path();
        FrontMatterEdit edit = FrontMatterEdit.setLink(
                bytes(path).orElseThrow(),
                place.key(),
                link.url(),
                reader.rules().discussionKeys().byPlatform().values());
        edit.changed().ifPresent(changed -> {
            files.put(path, changed);
            edited.add(link);
        });
        edit.refusal().ifPresent(link::refused);
        if (edit.changed().isEmpty() && edit.refusal().isEmpty()) {
            isThere.run();
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
