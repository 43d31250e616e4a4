package org.commitcast.ingest.commitstatus;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.commitcast.guardedhttp.GuardedRequest;

/**
 * GitHub's commit statuses; also those of Gitea and Forgejo, which speak the same.
 *
 * @see <a href="https://docs.github.com/en/rest/commits/statuses">GitHub: commit statuses</a>
 * @see <a href="https://codeberg.org/api/swagger#/repository/repoCreateStatus">Forgejo: repoCreateStatus</a>
 */
final class GitHubStatus implements StatusApi {
    private static final int LONGEST = 140;

    @Override
    public GuardedRequest call(Target target, CommitStatus status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", status.state().name().toLowerCase(Locale.ROOT));
        fields.put("description", StatusApi.cut(status.description(), LONGEST));
        fields.put("context", status.context());
        if (status.page() != null) {
            fields.put("target_url", status.page().toString());
        }
        return StatusApi.json(target, "/repos/" + target.repository() + "/statuses/" + status.commit(), fields)
                .with("X-GitHub-Api-Version", "2022-11-28");
    }
}
