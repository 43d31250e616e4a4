package org.commitcast.ingest.writeback;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.commitcast.ingest.checkout.CommitWriting;
import org.commitcast.ingest.checkout.NewCommit;
import org.commitcast.ingest.site.WriteBackStatement;

/** What our commits say of themselves, as a site has it or else the deployment. */
@ApplicationScoped
class CommitTexts {
    private final WriteBackConfig config;
    private final Clock clock;

    CommitTexts(WriteBackConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    NewCommit commit(WriteBackStatement how, String parent, Map<String, byte[]> files) {
        CommitWriting own = own(how);
        return new NewCommit(parent, files, own.name(), own.email(), own.message(), own.at());
    }

    /** Of a commit that brings a branch of ours up to another one. */
    CommitWriting merge(WriteBackStatement how, String from, String into) {
        CommitWriting own = own(how);
        return new CommitWriting(own.name(), own.email(), "Merge branch '" + from + "' into " + into, own.at());
    }

    private CommitWriting own(WriteBackStatement how) {
        return new CommitWriting(
                Optional.ofNullable(how.name()).orElse(config.name()),
                Optional.ofNullable(how.email()).orElse(config.email()),
                Optional.ofNullable(how.message()).orElse(config.message()),
                clock.instant());
    }
}
