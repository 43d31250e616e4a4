package org.commitcast.contentreading;

import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.document.DocumentReader;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.frontmatter.SourceText;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.SharedInputs;
import org.commitcast.contentreading.site.SiteRules;
import org.commitcast.contentreading.site.SiteSettings;
import org.commitcast.contentreading.site.Typography;
import org.commitcast.contentreading.transcript.TranscriptReader;
import org.commitcast.contentreading.typography.OddCharacters;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * Reads the files of one site. Immutable and safe for use by many threads; the same bytes under the same rules always
 * give the same reading. Bad content never raises: it becomes findings.
 */
public final class ContentReader {

    private final SharedInputs shared;
    private final Inputs inputs;
    private final DocumentReader documents;

    private ContentReader(SharedInputs shared) {
        this.shared = shared;
        this.inputs = new Inputs(shared);
        this.documents = new DocumentReader(shared.rules());
    }

    /**
     * A reader with the rules of one state of a repository. Whoever changes a path that {@link #classify} calls
     * {@link InputKind#SHARED} needs a new one.
     *
     * @param definition what the site's own definition says
     */
    public static ContentReader of(RepositoryFiles files, SiteSettings definition) {
        return of(files, definition, ReadingLimits.USUAL);
    }

    /** The same with limits of the deployment's own. */
    public static ContentReader of(RepositoryFiles files, SiteSettings definition, ReadingLimits limits) {
        return new ContentReader(SharedInputs.read(definition, files::paths, files::read, files::earlier, limits));
    }

    /** The rules in force, each with its origin. */
    public SiteRules rules() {
        return shared.rules();
    }

    /** What is wrong in the shared files; none of it holds an item. */
    public List<Finding> findings() {
        return shared.findings();
    }

    /** What a path may hold. Only {@code DOCUMENT}, {@code TRANSCRIPT} and {@code MISNAMED} are worth reading. */
    public InputKind classify(String path) {
        return inputs.classify(path);
    }

    /**
     * Whether a reader made after this file was added or changed would read all others as this one does. True only where
     * that is sure: to some tools a file's name alone says how its neighbours are meant.
     */
    public boolean holdsWith(String path) {
        var name = path.substring(path.lastIndexOf('/') + 1);
        return rules().generator().configuration().isPresent()
                && classify(path) != InputKind.SHARED
                && !shared.dependOn(path)
                && !name.startsWith("index")
                && !name.startsWith("_index");
    }

    /** Whether a change of a file may change how others are read, which {@link #saysTheSame} tells. */
    public boolean concernsOthers(String path) {
        return classify(path) == InputKind.SHARED || shared.dependOn(path);
    }

    /**
     * Whether such a file says the same for all others after a change: the page of a section changes more often than what
     * it says for the pages below.
     *
     * @param before, after what it held; empty where there was no file
     */
    public boolean saysTheSame(String path, Optional<byte[]> before, Optional<byte[]> after) {
        if (shared.contains(path)) {
            return false;
        }
        var said = frontMatter(path, before);
        var says = frontMatter(path, after);
        if (before.isPresent() != said.isPresent() || after.isPresent() != says.isPresent()) {
            // A broken one counts as it was before it broke, which is not looked up here.
            return false;
        }
        return shared.dependOn(path)
                ? shared.stay(path, said, says)
                : said(said).equals(said(says));
    }

    private Optional<YamlMap> frontMatter(String path, Optional<byte[]> file) {
        return file.flatMap(bytes -> SharedInputs.frontMatter(path, bytes, rules().limits()));
    }

    private Object said(Optional<YamlMap> frontMatter) {
        return rules().generator().shared(frontMatter.orElseGet(() -> YamlMap.empty(Position.START)));
    }

    /** Whether a file's coming or going changes how its neighbours are read, though they stay as they are. */
    public boolean groups(String path) {
        return rules().generator().groups(path);
    }

    /** Reads a file. */
    public Reading read(String path, byte[] bytes) {
        var findings = new Findings(path);
        return switch (classify(path)) {
            case SHARED, IGNORED -> Reading.nothing(path, List.of());
            case MISNAMED -> misnamed(path, bytes, findings);
            case TRANSCRIPT -> {
                var transcript = SourceText.decode(bytes, rules().limits(), findings)
                        .flatMap(text -> TranscriptReader.read(path, text, rules(), findings));
                yield new Reading(path, Optional.empty(), transcript, findings.list());
            }
            case DOCUMENT -> {
                if (rules().generator().unfinished(path)) {
                    yield unfinished(path, bytes);
                }
                var text = SourceText.decode(bytes, rules().limits(), findings);
                var document = text.flatMap(source -> documents.read(path, source, findings));
                if (document.isPresent() && rules().typography() == Typography.PLAIN) {
                    text.ifPresent(source -> OddCharacters.find(source, findings));
                }
                var ours = document.isPresent() || documents.isContentFolder(path);
                yield new Reading(path, document, Optional.empty(), ours ? findings.list() : List.of());
            }
        };
    }

    /** Nobody needs to be told what is wrong with what is not done yet. */
    private Reading unfinished(String path, byte[] bytes) {
        var untold = new Findings(path);
        var document = SourceText.decode(bytes, rules().limits(), untold)
                .flatMap(source -> documents.read(path, source, untold));
        return new Reading(path, document, Optional.empty(), List.of());
    }

    private static Reading misnamed(String path, byte[] bytes, Findings findings) {
        var file = FileName.of(path);
        if (file.markdown() || file.html()) {
            findings.warning(
                    "path.post-name",
                    Position.START,
                    "Jekyll leaves out posts whose name does not begin with a date; rename it to YYYY-MM-DD-name."
                            + file.extension() + ".");
        } else if (SourceText.opensFrontMatter(bytes)) {
            findings.warning(
                    "path.not-markdown",
                    Position.START,
                    "This looks like a document, but its name does not end in .md, so it is left out; rename it.");
        }
        return Reading.nothing(path, findings.list());
    }
}
