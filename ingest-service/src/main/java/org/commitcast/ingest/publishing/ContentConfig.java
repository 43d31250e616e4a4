package org.commitcast.ingest.publishing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.OptionalInt;
import org.commitcast.contentreading.limit.ReadingLimits;

/** What is read: how large files may be, and how many of them there may be. */
@ConfigMapping(prefix = "commitcast.content")
interface ContentConfig {

    /** Of a document, a transcript or a generator's configuration. */
    @WithDefault("2m")
    MemorySize maxDocumentBytes();

    /** Of the front matter, or of the configuration. */
    @WithDefault("64k")
    MemorySize maxFrontMatterBytes();

    /** Of one site; one with more is not imported. As many as the heap bears where it is not set. */
    OptionalInt maxDocuments();

    /** As those take them who read. */
    default ReadingLimits limits() {
        return new ReadingLimits(
                Math.toIntExact(maxDocumentBytes().asLongValue()),
                Math.toIntExact(maxFrontMatterBytes().asLongValue()));
    }
}
