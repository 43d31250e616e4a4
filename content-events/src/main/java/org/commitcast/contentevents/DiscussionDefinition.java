package org.commitcast.contentevents;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is done about discussions of a site's items. Platforms are {@code hackernews}, {@code lobsters}, {@code lemmy},
 * {@code reddit}, {@code mastodon} and {@code bluesky}.
 *
 * @param policy by platform, what becomes of threads that are found there: {@code accept}, {@code propose} or
 *     {@code never}; for a platform that is not named the deployment decides
 * @param submit by platform, the community into which maintainers are asked to submit; {@code true} where a platform
 *     has none
 */
public record DiscussionDefinition(
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> policy,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> submit) {

    public DiscussionDefinition {
        policy = policy == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(policy));
        submit = submit == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(submit));
    }

    /**
     * Reads what JSON or YAML gave.
     *
     * @throws UnfitValueException where something in it is not known or not what it must be
     */
    public static DiscussionDefinition of(Map<?, ?> value) {
        return DiscussionReader.read(value);
    }
}
