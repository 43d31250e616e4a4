package org.commitcast.notify.candidate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithUnnamedKey;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;

/** What is done with found threads where a site says nothing else. */
@ConfigMapping(prefix = "commitcast.discussions")
interface Policies {
    /** By source; without one for all that are not named. */
    @WithUnnamedKey(Policy.ALL)
    Map<String, Policy> policy();

    /** From which score on a thread is taken by itself. */
    @WithDefault("65")
    @Min(1) @Max(100) int acceptFrom();

    /** From which score on it is shown to people at all. */
    @WithDefault("30")
    @Min(0) @Max(100) int proposeFrom();

    /** The deployment's word on a source. */
    default Policy of(String source) {
        return Policy.of(policy(), source);
    }

    default Limits limits() {
        return new Limits(acceptFrom(), proposeFrom());
    }
}
