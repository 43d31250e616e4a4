package org.commitcast.ingest.githubapp;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.net.URI;
import java.util.Optional;

/** How GitHub is asked for tokens, and the deployment's own App. */
@ConfigMapping(prefix = "commitcast.github")
interface GitHubConfig {

    /** Where the API is; by default {@code https://api.github.com}, and {@code /api/v3} of any other host. */
    @WithName("api-url")
    Optional<URI> api();

    /** The deployment's App, which sites may use that bring none of their own. */
    @WithName("app-id")
    Optional<String> app();

    /** Its private key, or the path of the PEM file that holds it. */
    @WithName("app-key")
    Optional<String> key();
}
