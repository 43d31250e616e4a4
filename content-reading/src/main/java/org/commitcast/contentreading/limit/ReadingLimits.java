package org.commitcast.contentreading.limit;

/**
 * How large files may be that are read; larger ones are refused with a finding. How deep values nest and how often YAML
 * repeats itself is not for anybody to choose: a few more levels could multiply what a file takes without bound.
 *
 * @param documentBytes of a document, a transcript or a generator's configuration
 * @param frontMatterBytes of the front matter, or of the configuration
 */
public record ReadingLimits(int documentBytes, int frontMatterBytes) {

    /** 2 MiB, of which 64 KiB are front matter. */
    public static final ReadingLimits USUAL = new ReadingLimits(2 * 1024 * 1024, 64 * 1024);

    /** What no deployment may go beyond: 16 MiB, of which 1 MiB are front matter. */
    public static final ReadingLimits LARGEST = new ReadingLimits(16 * 1024 * 1024, 1024 * 1024);

    private static final String DOCUMENT = "commitcast.content.max-document-bytes";
    private static final String FRONT_MATTER = "commitcast.content.max-front-matter-bytes";

    /** Throws {@link IllegalArgumentException} naming the setting that is wrong. */
    public ReadingLimits {
        if (documentBytes < 1 || documentBytes > 16 * 1024 * 1024) {
            throw new IllegalArgumentException(DOCUMENT + " must be between 1 byte and 16 MiB");
        }
        if (frontMatterBytes < 1 || frontMatterBytes > 1024 * 1024) {
            throw new IllegalArgumentException(FRONT_MATTER + " must be between 1 byte and 1 MiB");
        }
    }

    /** The size of a document and the name of its setting, for messages. */
    public String ofDocuments() {
        return size(documentBytes) + " (" + DOCUMENT + ")";
    }

    /** The size of front matter and the name of its setting, for messages. */
    public String ofFrontMatter() {
        return size(frontMatterBytes) + " (" + FRONT_MATTER + ")";
    }

    private static String size(int bytes) {
        if (bytes % (1024 * 1024) == 0) {
            return bytes / (1024 * 1024) + " MiB";
        }
        return bytes % 1024 == 0 ? bytes / 1024 + " KiB" : bytes + " bytes";
    }
}
