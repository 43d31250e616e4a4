package org.commitcast.contentreading.frontmatter;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What became of an edit of a document's front matter. */
public sealed interface FrontMatterEdit {

    /** The new bytes, if there are any. */
    default Optional<byte[]> changed() {
        return Optional.empty();
    }

    /** Why the document was not touched, if it should have been. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** The new bytes; they differ from the old ones in one key and its value. */
    final class Changed implements FrontMatterEdit {
        private final byte[] bytes;

        Changed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public Optional<byte[]> changed() {
            return Optional.of(bytes.clone());
        }
    }

    /** The key already has this value. */
    record Unchanged() implements FrontMatterEdit {}

    /** The document was not touched. */
    record Refused(String reason) implements FrontMatterEdit {
        @Override
        public Optional<String> refusal() {
            return Optional.of(reason);
        }
    }

    /**
     * Sets a key to an address and keeps every other byte. A commented placeholder of the key is uncommented; an
     * existing value is replaced in its quotes, with the comment behind it kept; a missing key is added after the last of
     * its siblings, or at the end where there is none of them (in TOML before the first table, in JSON in front of the last
     * member, if that begins a line: behind it, its line would get a comma). In YAML, TOML and JSON alike.
     *
     * @param key a plain word
     * @param url an absolute http or https address
     * @param siblings keys that the missing one belongs to
     */
    static FrontMatterEdit setLink(byte[] document, String key, String url, Collection<String> siblings) {
        return url.matches("https?://[!-~&&[^\"'\\\\<>`{|}^]]+")
                ? new ValueEdit(key, url, siblings).apply(document)
                : new Refused("Not an address: " + url);
    }

    /** The same for a key that has no siblings. */
    static FrontMatterEdit setLink(byte[] document, String key, String url) {
        return setLink(document, key, url, List.of());
    }

    /**
     * The same for a number or a clock time, such as {@code 12345} or {@code 31:05}.
     *
     * @param value digits and colons; where the key is new, one with colons is quoted
     */
    static FrontMatterEdit setNumber(byte[] document, String key, String value) {
        return value.matches("\\d+(:\\d\\d){0,2}")
                ? new ValueEdit(key, value, List.of()).apply(document)
                : new Refused("Not a number: " + value);
    }
}
