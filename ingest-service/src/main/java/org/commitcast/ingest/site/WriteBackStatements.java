package org.commitcast.ingest.site;

import org.commitcast.contentreading.definition.Fields;
import org.commitcast.ingest.site.WriteBackStatement.Mode;
import org.commitcast.ingest.site.WriteBackStatement.ProposalStatement;
import org.jspecify.annotations.Nullable;

/** What an owner says of how links are written back. */
final class WriteBackStatements {
    private static final int LONGEST_BRANCH = 100;

    private WriteBackStatements() {}

    /**
     * Reads it, but for its secrets, which are read before.
     *
     * @param said whatever stands there: true and false are enough
     * @param host of the repository, if it has one
     */
    static WriteBackStatement read(@Nullable Object said, Fields details, Fields proposal, @Nullable String host) {
        if (said == null || said instanceof Boolean) {
            return Boolean.FALSE.equals(said)
                    ? WriteBackStatement.OFF
                    : withForge(WriteBackStatement.ON, ForgeKind.ofHost(host).orElse(null));
        }
        Fields author = details.object("author");
        var statement = new WriteBackStatement(
                true,
                mode(details),
                author.text("name"),
                author.text("email"),
                details.text("message"),
                proposal(proposal, host));
        author.end();
        proposal.end();
        details.end();
        return statement;
    }

    private static WriteBackStatement withForge(WriteBackStatement plain, @Nullable ForgeKind forge) {
        return new WriteBackStatement(
                plain.enabled(),
                plain.mode(),
                null,
                null,
                null,
                new ProposalStatement(null, null, null, forge, null, null));
    }

    private static Mode mode(Fields details) {
        String said = details.text("mode");
        if (said == null) {
            return Mode.COMMIT;
        }
        return Mode.labelled(said).orElseGet(() -> {
            details.wrong("mode", "must be commit or proposal");
            return Mode.COMMIT;
        });
    }

    private static ProposalStatement proposal(Fields fields, @Nullable String host) {
        String branch = fields.text("branch");
        if (branch != null && (!PublishStatements.isPlainName(branch) || branch.length() > LONGEST_BRANCH)) {
            fields.wrong("branch", "must be the plain beginning of branches' names");
        }
        return new ProposalStatement(
                branch,
                fields.text("title"),
                fields.text("body"),
                forge(fields, host),
                fields.webAddress("api"),
                fields.text("repository"));
    }

    private static @Nullable ForgeKind forge(Fields fields, @Nullable String host) {
        String named = fields.text("forge");
        if (named == null) {
            return ForgeKind.ofHost(host).orElse(null);
        }
        return ForgeKind.labelled(named).orElseGet(() -> {
            fields.wrong("forge", "must be one of " + ForgeKind.labels());
            return null;
        });
    }
}
