package org.commitcast.ingest.writeback;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.ContentReader;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.frontmatter.FrontMatter;
import org.commitcast.contentreading.frontmatter.FrontMatterEdit;
import org.commitcast.ingest.checkout.CommitTree;
import org.commitcast.ingest.checkout.ThreeWayMerge;
import org.jspecify.annotations.Nullable;

/** What documents on a branch of ours are without links of ours. What people did to them stays. */
final class Originals {
    private final ContentReader reader;
    private final CommitTree there;
    private final CommitTree before;

    /**
     * To be asked of one state of a branch.
     *
     * @param before the files from which the branch parted
     */
    Originals(ContentReader reader, CommitTree there, CommitTree before) {
        this.reader = reader;
        this.there = there;
        this.before = before;
    }

    /** Those of some links that stand in a document as we wrote them. */
    List<Link> standing(String path, Collection<Link> ours) {
        Optional<FrontMatter> document = frontMatter(path);
        return ours.stream()
                .filter(link -> path.equals(link.path()))
                .filter(link -> document.isPresent() && says(document.get(), link))
                .toList();
    }

    private boolean says(FrontMatter document, Link link) {
        String key = key(link);
        return key != null
                && document.values()
                        .text(key)
                        .map(String::strip)
                        .filter(said -> said.equals(link.proposedUrl()))
                        .isPresent();
    }

    private Optional<FrontMatter> frontMatter(String path) {
        return there.read(path)
                .flatMap(bytes -> reader.read(path, bytes).document())
                .map(document -> document.frontMatter());
    }

    private @Nullable String key(Link link) {
        return reader.rules().discussionKeys().byPlatform().get(link.platform());
    }

    /**
     * A document without some of the links that stand in it; nothing where they and what people did there cannot be told
     * apart.
     *
     * @param standing all of ours that stand in it
     */
    Optional<byte[]> without(String path, List<Link> standing, Collection<Link> out) {
        Optional<byte[]> now = there.read(path);
        Optional<byte[]> first = before.read(path);
        if (now.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        Optional<FrontMatter> written = frontMatter(path);
        List<Link> inOrder = standing.stream()
                .sorted(Comparator.comparing(link -> line(written, link)))
                .toList();
        Optional<byte[]> with = with(first.get(), inOrder);
        Optional<byte[]> rest = with(
                first.get(),
                inOrder.stream().filter(link -> !out.contains(link)).toList());
        return with.isEmpty() || rest.isEmpty()
                ? Optional.empty()
                : ThreeWayMerge.of(with.get(), now.get(), rest.get())
                        .filter(bytes -> reader.read(path, bytes).document().isPresent());
    }

    private int line(Optional<FrontMatter> document, Link link) {
        return document.flatMap(values -> values.position(String.valueOf(key(link))))
                .map(Position::line)
                .orElse(0);
    }

    private Optional<byte[]> with(byte[] document, List<Link> links) {
        byte[] edited = document;
        for (Link link : links) {
            FrontMatterEdit edit = FrontMatterEdit.setLink(
                    edited,
                    String.valueOf(key(link)),
                    String.valueOf(link.proposedUrl()),
                    reader.rules().discussionKeys().byPlatform().values());
            if (edit.refusal().isPresent()) {
                return Optional.empty();
            }
            edited = edit.changed().orElse(edited);
        }
        return Optional.of(edited);
    }
}
