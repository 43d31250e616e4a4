package org.commitcast.notify.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.commitcast.notify.discussion.DiscussedItem;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.ThreadCounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictsTest {
    private static final String URL = "https://news.ycombinator.com/item?id=1";
    private static final Score ENOUGH = new Score(65, List.of(), true);
    private static final KnownCandidates NOBODY = new KnownCandidates("c7", List.of());
    private static final Limits USUAL = new Limits(65, 30);

    @Test
    void takesWhatEnoughSpeaksFor() {
        assertThat(verdict(Policy.ACCEPT, ENOUGH)).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict(Policy.ACCEPT, new Score(64, List.of(), true))).isEqualTo(Verdict.PROPOSED);
        assertThat(verdict(Policy.ACCEPT, new Score(29, List.of(), true))).isEqualTo(Verdict.DROPPED);
    }

    @Test
    void asksAPersonWhereTheSiteWantsThatOrItIsNotCertain() {
        assertThat(verdict(Policy.PROPOSE, new Score(100, List.of(), true))).isEqualTo(Verdict.PROPOSED);
        assertThat(verdict(Policy.ACCEPT, new Score(100, List.of(), false))).isEqualTo(Verdict.PROPOSED);
    }

    @Test
    void rejectedThreadIsRejectedInEverySpelling() {
        DiscussionState state = state(List.of(), List.of("http://news.ycombinator.com/item?id=1&ref=x"));

        assertThat(verdict(state, NOBODY)).isEqualTo(Verdict.REJECTED);
    }

    @Test
    void threadThatTheItemHasAlreadyIsKnown() {
        DiscussionThread given =
                new DiscussionThread("hackernews", URL + "#2", true, Origin.GIVEN, null, null, null, SampleItem.OUT);

        assertThat(verdict(state(List.of(given), List.of()), NOBODY)).isEqualTo(Verdict.KNOWN);
    }

    @Test
    void whatWasDecidedIsNotDecidedAgain() {
        DiscussionThread found =
                new DiscussionThread("hackernews", URL, true, Origin.FOUND, null, null, null, SampleItem.OUT);

        assertThat(verdict(state(List.of(found), List.of()), candidate(CandidateState.ACCEPTED)))
                .isEqualTo(Verdict.KNOWN);
        assertThat(verdict(state(List.of(), List.of()), candidate(CandidateState.REJECTED)))
                .isEqualTo(Verdict.REJECTED);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTED", "CONFIRMED"})
    void threadThatTheItemLostWithoutAnybodysWordIsDecidedAfresh(CandidateState was) {
        DiscussionState nothing = state(List.of(), List.of());

        assertThat(verdict(nothing, candidate(was))).isEqualTo(Verdict.ACCEPTED);
        assertThat(new Verdicts(Policy.PROPOSE, USUAL, nothing, candidate(was))
                        .on(thread(), ENOUGH)
                        .verdict())
                .isEqualTo(Verdict.PROPOSED);
    }

    @Test
    void whatNobodyDecidedIsTakenOnceEnoughSpeaksForIt() {
        DiscussionState nothing = state(List.of(), List.of());
        KnownCandidates proposed = candidate(CandidateState.PROPOSED);
        Score little = new Score(64, List.of(), true);

        assertThat(verdict(nothing, proposed)).isEqualTo(Verdict.ACCEPTED);
        assertThat(new Verdicts(Policy.ACCEPT, USUAL, nothing, proposed)
                        .on(thread(), little)
                        .verdict())
                .isEqualTo(Verdict.KNOWN);
        assertThat(new Verdicts(Policy.PROPOSE, USUAL, nothing, proposed)
                        .on(thread(), ENOUGH)
                        .verdict())
                .isEqualTo(Verdict.KNOWN);
    }

    @Test
    void deploymentHasAWordOnEachSourceAndOneOnAllOthers() {
        Map<String, Policy> said = Map.of("reddit", Policy.NEVER, "all", Policy.PROPOSE);

        assertThat(Policy.of(said, "reddit")).isEqualTo(Policy.NEVER);
        assertThat(Policy.of(said, "lobsters")).isEqualTo(Policy.PROPOSE);
        assertThat(Policy.of(Map.of(), "lobsters")).isEqualTo(Policy.ACCEPT);
        assertThat(Policy.named("Never")).contains(Policy.NEVER);
        assertThat(Policy.named("sometimes")).isEmpty();
    }

    private static Verdict verdict(Policy policy, Score score) {
        return new Verdicts(policy, USUAL, state(List.of(), List.of()), NOBODY)
                .on(thread(), score)
                .verdict();
    }

    private static Verdict verdict(DiscussionState state, KnownCandidates known) {
        return new Verdicts(Policy.ACCEPT, USUAL, state, known)
                .on(thread(), ENOUGH)
                .verdict();
    }

    private static KnownCandidates candidate(CandidateState state) {
        Judged judged = new Judged(thread(), 65, List.of(), Verdict.PROPOSED);
        DiscussedItem item = new DiscussedItem("lathe", "i", "c7");
        CandidateRow row = new CandidateRow(item, "hackernews", judged, state, SampleItem.OUT);
        return new KnownCandidates("c7", List.of(row));
    }

    private static DiscussionState state(List<DiscussionThread> threads, List<String> rejected) {
        return new DiscussionState("lathe", "i", "c7", 1, threads, SampleItem.OUT, rejected);
    }

    private static FoundThread thread() {
        return new FoundThread(URL, "1", SampleItem.PAGE, null, null, null, new ThreadCounts(1, 1, false));
    }
}
