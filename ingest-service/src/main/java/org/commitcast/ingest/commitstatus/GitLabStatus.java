package org.commitcast.ingest.commitstatus;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;

/**
 * GitLab's commit statuses. A status that is what it was before is refused there, which is as good as taken.
 *
 * @see <a href="https://docs.gitlab.com/api/commits/#set-commit-pipeline-status">GitLab: set the status of a commit</a>
 */
final class GitLabStatus implements StatusApi {
    private static final int LONGEST = 255;

    @Override
    public GuardedRequest call(Target target, CommitStatus status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("state", state(status.state()));
        fields.put("description", StatusApi.cut(status.description(), LONGEST));
        fields.put("name", status.context());
        if (status.page() != null) {
            fields.put("target_url", status.page().toString());
        }
        String project = ForgePlace.encoded(target.repository());
        return StatusApi.json(target, "/projects/" + project + "/statuses/" + status.commit(), fields);
    }

    private static String state(CommitStatus.State state) {
        return switch (state) {
            case PENDING -> "pending";
            case SUCCESS -> "success";
            case FAILURE -> "failed";
        };
    }

    @Override
    public Reply reply(Answer.Answered answer) {
        boolean same = answer.status() == 400 && answer.body().text().contains("Cannot transition status");
        return same ? new Reply.Taken() : Reply.of(answer);
    }
}
