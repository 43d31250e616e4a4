package org.commitcast.ingest.githubapp;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which repository, as GitHub's API calls it. */
record GitHubRepository(String host, String owner, String name) {
    private static final Pattern PATH =
            Pattern.compile("/+([A-Za-z0-9_-]+)/([A-Za-z0-9._-]*?[A-Za-z0-9_-])(\\.git)?/*");

    static GitHubRepository of(URI address) throws TokenRefusedException {
        Matcher path = PATH.matcher(String.valueOf(address.getRawPath()));
        if (!path.matches() || address.getHost() == null) {
            throw new TokenRefusedException(
                    "A GitHub App reads repositories at https://HOST/OWNER/NAME, and this address is another.", null);
        }
        return new GitHubRepository(address.getHost().toLowerCase(Locale.ROOT), path.group(1), path.group(2));
    }

    /** Where GitHub itself has its API, and where an Enterprise Server does. */
    URI api() {
        return URI.create(host.equals("github.com") ? "https://api.github.com" : "https://" + host + "/api/v3");
    }
}
