package org.commitcast.notify.submission;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Pages on which people give a thread's address. */
@ConfigMapping(prefix = "commitcast.submission")
interface SubmissionConfig {

    /** This service's absolute base; COMMITCAST_PUBLIC_URL. Without it there are no pages. */
    Optional<URI> publicUrl();

    /** How long a page can be used; COMMITCAST_SUBMISSION_LIFETIME. */
    Duration lifetime();
}
