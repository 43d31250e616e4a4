package org.commitcast.notify.discussion;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How much is told of an item's discussions. */
@ConfigMapping(prefix = "commitcast.discussions")
interface MentionConfig {

    /** How many threads of an item are told of that were found and do not lead. */
    @WithDefault("100")
    @Min(0) @Max(1000) int mostMentions();
}
