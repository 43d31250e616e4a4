package org.commitcast.ingest.commitstatus;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commitcast.guardedhttp.GuardedRequest;

/**
 * Bitbucket's build statuses, which want an address to link to: without a page it is the commit's own.
 *
 * @see <a href="https://developer.atlassian.com/cloud/bitbucket/rest/api-group-commit-statuses/">Bitbucket Cloud</a>
 * @see <a href="https://developer.atlassian.com/server/bitbucket/how-tos/updating-build-status-for-commits/">Bitbucket
 *     Server and Data Center</a>
 */
final class BitbucketStatus implements StatusApi {
    private static final int LONGEST = 255;

    private final boolean server;

    /** @param server whether it is Bitbucket Server, whose statuses belong to commits of any repository */
    BitbucketStatus(boolean server) {
        this.server = server;
    }

    @Override
    public GuardedRequest call(Target target, CommitStatus status) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", status.context());
        fields.put("name", status.context());
        fields.put("state", state(status.state()));
        fields.put("description", StatusApi.cut(status.description(), LONGEST));
        fields.put(
                "url",
                status.page() == null ? commit(target, status) : status.page().toString());
        String path = server
                ? "/rest/build-status/1.0/commits/" + status.commit()
                : "/repositories/" + target.repositoryPath() + "/commit/" + status.commit() + "/statuses/build";
        return StatusApi.json(target, path, fields);
    }

    private String commit(Target target, CommitStatus status) {
        return server
                ? target.api() + "/"
                : "https://bitbucket.org/" + target.repository() + "/commits/" + status.commit();
    }

    private static String state(CommitStatus.State state) {
        return switch (state) {
            case PENDING -> "INPROGRESS";
            case SUCCESS -> "SUCCESSFUL";
            case FAILURE -> "FAILED";
        };
    }
}
