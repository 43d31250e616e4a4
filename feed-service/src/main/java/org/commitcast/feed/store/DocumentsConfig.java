package org.commitcast.feed.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.commitcast.feedrendering.paging.PageRule;

/** How large documents may be. */
@ConfigMapping(prefix = "commitcast.documents")
public interface DocumentsConfig {
    /** Below it there would be no room beside what feeds say of themselves. */
    long LEAST = 256 * 1024;

    /** Of an archive, and of any feed that has archives. Validators and some readers refuse feeds above 5 MB. */
    @WithDefault("4m")
    MemorySize maxBytes();

    /** The same as a number. */
    default long most() {
        return Math.max(LEAST, maxBytes().asLongValue());
    }

    /** What the items of a document may take. */
    default long roomForItems() {
        return PageRule.room(most());
    }
}
