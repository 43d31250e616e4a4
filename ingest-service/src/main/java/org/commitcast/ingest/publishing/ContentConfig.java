package org.commitcast.ingest.publishing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
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

    /** Of one site; a repository with more is not read. */
    @WithDefault("30000")
    int maxDocuments();

    /** As those take them who read. */
    default ReadingLimits limits() {
        return new ReadingLimits(
                Math.toIntExact(maxDocumentBytes().asLongValue()),
                Math.toIntExact(maxFrontMatterBytes().asLongValue()));
    }
}
