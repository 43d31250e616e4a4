package org.commitcast.ingest.commitstatus;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.commitcast.guardedhttp.Answer;
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
        return StatusApi.json(target, "/repos/" + target.repositoryPath() + "/statuses/" + status.commit(), fields)
                .with("X-GitHub-Api-Version", "2022-11-28");
    }

    /**
     * GitHub's secondary limit is a 403 as well, without saying when to come back: a minute at least, it is documented.
     *
     * @see <a href="https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub: rate
     *     limits</a>
     */
    @Override
    public Reply reply(Answer.Answered answer) {
        Reply usual = Reply.of(answer);
        boolean limited = answer.status() == 403
                && answer.body().text().toLowerCase(Locale.ROOT).contains("rate limit");
        return limited && usual instanceof Reply.Refused refused
                ? new Reply.Later(refused.reason(), Duration.ofMinutes(1))
                : usual;
    }
}
