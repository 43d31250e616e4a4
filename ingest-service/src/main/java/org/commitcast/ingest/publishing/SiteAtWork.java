package org.commitcast.ingest.publishing;

import java.util.Collection;
import org.commitcast.ingest.site.SiteStatement;
import org.jspecify.annotations.Nullable;

/**
 * A site as it was when work on it began.
 *
 * @param holder who works on it
 * @param saidRevision of what its owner says
 * @param processed the commit whose tree is published
 * @param branch that commit's; absent where it is to be found anew
 * @param importCommit whose tree is the baseline
 * @param discussionKeys front matter keys
 * @param sameDefinition whether the published state, or what is there of an import, was made from what its owner says now
 * @param sameSoftware whether it was made by this software
 */
public record SiteAtWork(
        String name,
        String incarnation,
        String holder,
        long saidRevision,
        SiteStatement statement,
        @Nullable String processed,
        @Nullable String branch,
        boolean imported,
        @Nullable String importCommit,
        Collection<String> discussionKeys,
        boolean sameDefinition,
        boolean sameSoftware,
        AdoptedGuids adopted) {

    /** Whether it is known which files were there before. */
    boolean knowsItsPast() {
        return processed != null;
    }

    /** The same with the guids of the feed that it had before. */
    public SiteAtWork adopting(AdoptedGuids guids) {
        return new SiteAtWork(
                name,
                incarnation,
                holder,
                saidRevision,
                statement,
                processed,
                branch,
                imported,
                importCommit,
                discussionKeys,
                sameDefinition,
                sameSoftware,
                guids);
    }
}
