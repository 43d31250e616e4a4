package org.commitcast.ingest.site;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.commitcast.ingest.checkout.RepositoryKey;

/** The address that an owner gives to the forge. Which forge it is can only be told from the host's name. */
final class WebhookAddress {
    /** What hosts are called in full or in part; Bitbucket's own is the one that is not somebody's server. */
    private static final Map<String, String> FORGES = new LinkedHashMap<>();

    static {
        FORGES.put("bitbucket.org", "bitbucket");
        FORGES.put("bitbucket", "bitbucket-server");
        FORGES.put("codeberg.org", "forgejo");
        FORGES.put("forgejo", "forgejo");
        FORGES.put("gitea", "gitea");
        FORGES.put("gitlab", "gitlab");
    }

    private WebhookAddress() {}

    /** With the forge's name in it, GitHub's where nothing suggests another. */
    static String of(URI publicUrl, String site, String repository) {
        String host = RepositoryKey.of(repository).replaceFirst("/.*", "");
        String forge = FORGES.entrySet().stream()
                .filter(known -> host.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("github");
        return publicUrl.toString().replaceAll("/+$", "") + "/webhooks/" + forge + "/" + site;
    }
}
