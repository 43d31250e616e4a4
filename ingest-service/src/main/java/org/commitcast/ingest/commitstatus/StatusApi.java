package org.commitcast.ingest.commitstatus;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.storage.StoredJson;

/** How one kind of forge takes the status of a commit. */
interface StatusApi {

    /** The call, without credentials. */
    GuardedRequest call(Target target, CommitStatus status);

    /** What its answer means. */
    default Reply reply(Answer.Answered answer) {
        return Reply.of(answer);
    }

    static GuardedRequest json(Target target, String path, Map<String, String> fields) {
        byte[] body = StoredJson.write(fields).getBytes(StandardCharsets.UTF_8);
        return GuardedRequest.post(target.address(path), "application/json", body)
                .with("Accept", "application/json");
    }

    /** At most so long, because some forges refuse longer ones. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
