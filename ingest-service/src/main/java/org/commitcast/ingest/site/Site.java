package org.commitcast.ingest.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.SiteState.Lifecycle;
import org.commitcast.ingest.storage.StoredJson;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A site's row. It stays after a removal, because the revision of its records must never count back. */
@Entity
@DynamicUpdate
public class Site {
    /** What a site may be called. */
    public static final String NAME = "[a-z0-9][a-z0-9-]{0,62}";

    @Id
    private String name;

    private String incarnation;
    private long revision;
    private boolean removed;
    private String said;

    @Column(name = "said_revision")
    private long saidRevision;

    @Column(name = "repository_key")
    private String repositoryKey;

    private String definition;
    private String origins;
    private @Nullable String branch;

    @Column(name = "processed_commit")
    private @Nullable String processedCommit;

    @Column(name = "processed_said")
    private long processedSaid;

    @Column(name = "processed_software")
    private @Nullable String processedSoftware;

    @Embedded
    private SiteImport baseline = new SiteImport();

    private long sequence;
    private int items;

    @Column(name = "defined_at")
    private Instant definedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Site() {}

    /** A row that {@link #begin} makes a site of. */
    @SuppressWarnings("NullAway.Init")
    Site(String name) {
        this.name = name;
        this.removed = true;
        this.said = "{}";
        this.repositoryKey = "";
        this.definition = "{}";
        this.origins = "{}";
    }

    /** Begins a new life: nothing of an earlier one holds but the count of its records. */
    void begin(String newIncarnation) {
        incarnation = newIncarnation;
        removed = false;
        branch = null;
        processedCommit = null;
        baseline = new SiteImport();
        sequence = 0;
        items = 0;
    }

    void end() {
        removed = true;
    }

    void say(String statementJson, String repository) {
        said = statementJson;
        repositoryKey = repository;
        saidRevision++;
    }

    /** Takes in an effective definition; says whether it differs from the one before. */
    public boolean define(SiteDefinition effective, Map<String, Definitions.Explained> explained, Instant now) {
        origins = StoredJson.write(explained);
        String json = StoredJson.write(effective);
        boolean changed = !json.equals(definition);
        if (changed) {
            definition = json;
            definedAt = now;
        }
        return changed;
    }

    /** The next record of the site. */
    public SiteState nextState(Instant now) {
        revision++;
        definedAt = now;
        Lifecycle lifecycle = removed ? Lifecycle.REMOVED : imported() ? Lifecycle.IMPORTED : Lifecycle.DEFINED;
        return new SiteState(
                name, incarnation, revision, lifecycle, definition(), baseline.told(), StoredJson.readTree(said), now);
    }

    /** The import goes towards this commit, also if the branch moves on meanwhile, and all of it is made with these. */
    public void importing(String commit, long withSaid, String software) {
        baseline.towards(commit);
        processedSaid = withSaid;
        processedSoftware = software;
    }

    /** The baseline is complete. */
    public void imported(@Nullable String commit) {
        baseline.complete(commit, sequence, items);
    }

    /** The published state is that of a commit, made by this software from what the owner said then. */
    public void processed(@Nullable String commit, String onBranch, long withSaid, String software) {
        processedCommit = commit;
        branch = onBranch;
        processedSaid = withSaid;
        processedSoftware = software;
    }

    /** Its branch is to be found anew. */
    public void forgetBranch() {
        branch = null;
    }

    /** Numbers a record of one of its items. */
    public long nextSequence() {
        return ++sequence;
    }

    public void itemsAre(int count) {
        items = count;
    }

    /** Takes back what the site's own record on the topic says, where this store is older. */
    void restore(SiteState state, String statementJson, String repository) {
        boolean sameLife = state.incarnation().equals(incarnation);
        if (!sameLife) {
            begin(state.incarnation());
        }
        revision = state.revision();
        removed = state.lifecycle() == Lifecycle.REMOVED;
        definition = StoredJson.write(state.definition());
        definedAt = state.occurredAt();
        branch = state.definition().branch();
        if (!sameLife || !said.equals(statementJson)) {
            say(statementJson, repository);
        }
        baseline.restore(state.imported());
        if (state.imported() != null) {
            sequence = Math.max(sequence, state.imported().sequence());
        }
        // What came after the copy was made is found by comparing with the tree.
        processedCommit = null;
    }

    /** Another record of the site's content is known to be out. */
    public void restoreSequence(long known) {
        sequence = Math.max(sequence, known);
        processedCommit = null;
    }

    public String name() {
        return name;
    }

    public String incarnation() {
        return incarnation;
    }

    public boolean removed() {
        return removed;
    }

    public long revision() {
        return revision;
    }

    public long saidRevision() {
        return saidRevision;
    }

    public SiteDefinition definition() {
        return StoredJson.read(definition, SiteDefinition.class);
    }

    Map<String, @Nullable Object> explained() {
        return StoredJson.readMap(origins);
    }

    String said() {
        return said;
    }

    public @Nullable String branch() {
        return branch;
    }

    public @Nullable String processedCommit() {
        return processedCommit;
    }

    public @Nullable String importingCommit() {
        return baseline.importingCommit();
    }

    /** Whose tree is the baseline. */
    public @Nullable String importCommit() {
        return baseline.commit();
    }

    public boolean imported() {
        return baseline.imported();
    }

    public long sequence() {
        return sequence;
    }

    public int items() {
        return items;
    }

    /** Whether the published state was made by this software. */
    public boolean isMadeBy(String software) {
        return software.equals(processedSoftware);
    }

    /** Whether the owner said something since. */
    public boolean saidSince() {
        return processedSaid != saidRevision;
    }
}
