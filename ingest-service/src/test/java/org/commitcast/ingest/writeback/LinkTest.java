package org.commitcast.ingest.writeback;

import static org.assertj.core.api.Assertions.assertThat;

import org.commitcast.ingest.proposal.OpenProposal;
import org.junit.jupiter.api.Test;

/** Who has the say about a link. */
class LinkTest {
    private static final String FIRST = "https://www.reddit.com/r/garden/comments/1/x/";
    private static final String SECOND = "https://www.reddit.com/r/garden/comments/2/y/";
    private static final OpenProposal PROPOSAL = proposal(1);

    private final Link link = new Link("show", "incarnation", "item", "reddit");

    private static OpenProposal proposal(long id) {
        return new OpenProposal(id, "", "https://git.example/a", "commitcast/discussions", "main", "abc", null);
    }

    private void proposed(String url, long revision) {
        link.become(url, null, revision);
        link.proposed(PROPOSAL, "abc");
    }

    @Test
    void isWrittenWhereNobodyWroteAnything() {
        assertThat(link.become(FIRST, null, 1)).isTrue();
        assertThat(link.mayReplace(null)).isTrue();
        assertThat(link.mayPropose(PROPOSAL, null)).isTrue();
        assertThat(link.state()).isEqualTo(Link.State.PENDING);
    }

    @Test
    void isLeftToWhoWroteSomethingElse() {
        link.become(FIRST, null, 1);

        assertThat(link.mayReplace(SECOND)).isFalse();
        assertThat(link.state()).isEqualTo(Link.State.LEFT);
    }

    @Test
    void isLeftToWhoTookItOut() {
        link.become(FIRST, null, 1);
        link.committed("abc");
        link.become(SECOND, null, 2);

        assertThat(link.mayReplace(null)).isFalse();
        assertThat(link.state()).isEqualTo(Link.State.LEFT);
    }

    @Test
    void isLeftToWhoTookItOutOfTheProposal() {
        proposed(FIRST, 1);

        assertThat(link.mayPropose(PROPOSAL, null)).isFalse();
        assertThat(link.state()).isEqualTo(Link.State.LEFT);
        assertThat(link.reason()).startsWith("Somebody took it out of the proposal");
    }

    @Test
    void takesThePlaceOfItsEarlierSelfInTheProposal() {
        proposed(FIRST, 1);
        assertThat(link.become(SECOND, null, 2)).isTrue();

        assertThat(link.mayPropose(PROPOSAL, FIRST)).isTrue();
        assertThat(link.mayReplace(null)).isTrue();
    }

    @Test
    void takesThePlaceOfItsEarlierSelfThatPeopleTookOver() {
        proposed(FIRST, 1);
        link.become(SECOND, null, 2);
        link.over(true);

        assertThat(link.mayReplace(FIRST)).isTrue();
        assertThat(link.mayReplace(null)).isFalse();
    }

    @Test
    void isProposedOnceMoreAsAnotherLinkAfterItsProposalWasClosed() {
        proposed(FIRST, 1);
        link.left("The proposal was closed.");
        link.over(false);
        assertThat(link.become(FIRST, null, 2)).isFalse();

        assertThat(link.become(SECOND, null, 3)).isTrue();
        assertThat(link.mayReplace(null)).isTrue();
        assertThat(link.mayPropose(proposal(2), null)).isTrue();
    }

    @Test
    void isNotProposedAgainAfterPeopleClosedItThoughItDidNotLeadForAWhile() {
        proposed(FIRST, 1);
        link.left("The proposal was closed.");
        link.over(false);
        link.forgotten(2);

        assertThat(link.become(FIRST, null, 3)).isFalse();
        assertThat(link.reason()).isEqualTo("The proposal was closed.");
    }

    @Test
    void isTakenOutOfTheProposalWhenItLeadsNoMore() {
        proposed(FIRST, 1);

        assertThat(link.forgotten(2)).isTrue();
        assertThat(link.state()).isEqualTo(Link.State.WITHDRAWN);
        link.takenOut();

        assertThat(link.become(FIRST, null, 3)).isTrue();
        assertThat(link.mayPropose(PROPOSAL, null))
                .as("nobody but us took it out")
                .isTrue();
    }

    @Test
    void isTakenOutWhereItWasForgottenOnItsWay() {
        link.become(FIRST, null, 1);
        var tried = new Link("show", "incarnation", "item", "reddit");
        tried.become(FIRST, null, 1);
        tried.proposed(PROPOSAL, "abc");
        assertThat(link.forgotten(2)).isFalse();

        link.settle(tried);

        assertThat(link.state()).isEqualTo(Link.State.WITHDRAWN);
    }

    @Test
    void isWrittenAfterAllIfItLeadsOnceMore() {
        link.become(FIRST, null, 1);
        link.forgotten(2);
        assertThat(link.state()).isEqualTo(Link.State.LEFT);

        assertThat(link.become(FIRST, null, 3)).isTrue();
    }

    @Test
    void goesIntoAnotherProposalOnlyAsLongAsItIsInNone() {
        link.become(FIRST, "backfill", 1);
        link.refused("The document cannot be read.");

        assertThat(link.become(FIRST, null, 2)).isTrue();
        assertThat(link.proposal()).isNull();

        link.proposed(PROPOSAL, "abc");
        assertThat(link.become(FIRST, "another", 3)).isFalse();
        assertThat(link.state()).isEqualTo(Link.State.PROPOSED);
    }

    @Test
    void staysPendingAsAnotherLinkWhileTheEarlierOneIsSettled() {
        link.become(FIRST, null, 1);
        var tried = new Link("show", "incarnation", "item", "reddit");
        tried.become(FIRST, null, 1);
        tried.proposed(PROPOSAL, "abc");
        link.become(SECOND, null, 2);

        link.settle(tried);

        assertThat(link.state()).isEqualTo(Link.State.PENDING);
        assertThat(link.isIn(PROPOSAL)).isTrue();
        assertThat(link.mayPropose(PROPOSAL, FIRST)).isTrue();
    }
}
