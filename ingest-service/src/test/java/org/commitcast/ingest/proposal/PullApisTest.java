package org.commitcast.ingest.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.ingest.forge.ForgePlace;
import org.commitcast.ingest.proposal.PullRequests.Pull;
import org.commitcast.ingest.proposal.PullTexts.Proposed;
import org.commitcast.ingest.site.ForgeKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Pull requests at forges of each kind. */
class PullApisTest {
    private static final PullWish WISH = new PullWish("commitcast/discussions", "main", "Discussions", "- `a.md`");

    private final GuardedHttp http = new GuardedHttp(new AddressGuard(AddressPolicy.allowing("loopback")), "Test");

    private static ForgePlace place(StandInPulls forge, ForgeKind kind, String token) {
        String repository = kind == ForgeKind.BITBUCKET_SERVER ? "scm/show/content" : "show/content";
        return new ForgePlace(kind, forge.api(), repository, kind.authorization(token));
    }

    private PullReply send(ForgePlace place, GuardedRequest request) {
        return PullReply.of(http.send(request.with("Authorization", place.authorization())), Instant.EPOCH);
    }

    private JsonNode ask(ForgePlace place, GuardedRequest request) {
        PullReply reply = send(place, request);
        return reply.json().orElseThrow(() -> new AssertionError(reply));
    }

    private static List<String> settled(PullReply reply) throws SQLException {
        List<String> said = new ArrayList<>();
        reply.settle(new PullReply.Settlement() {
            @Override
            public void refused(PullReply.Refused refused) {
                said.add("refused: " + refused.reason());
            }

            @Override
            public void later(String reason, @Nullable Duration after) {
                said.add("later: " + reason);
            }
        });
        return said;
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void isOpenedFoundAndLookedAt(ForgeKind kind) {
        PullRequests api = PullApis.of(kind);
        try (var forge = new StandInPulls(kind)) {
            ForgePlace place = place(forge, kind, StandInPulls.TOKEN);
            assertThat(found(place, api, WISH)).isEmpty();

            Pull opened = api.read(ask(place, api.open(place, WISH)));

            assertThat(opened.number()).isEqualTo("1");
            assertThat(opened.url()).isEqualTo("https://forge.example/show/content/pull/1");
            assertThat(opened.state()).isEqualTo(ProposalState.OPEN);
            assertThat(opened.commit()).hasSizeGreaterThan(11);
            assertThat(StandInPulls.COMMIT).startsWith(opened.commit());
            assertThat(forge.opened().get(0).body.toString()).contains("Discussions", "a.md");
            assertThat(found(place, api, WISH)).contains(opened);
            assertThat(found(place, api, new PullWish("commitcast/discussions", "gh-pages", "x", "y")))
                    .isEmpty();
            forge.decide("merged");
            assertThat(api.read(ask(place, api.look(place, "1"))).state()).isEqualTo(ProposalState.MERGED);
            forge.decide("closed");
            assertThat(api.read(ask(place, api.look(place, "1"))).state()).isEqualTo(ProposalState.CLOSED);
            assertThat(found(place, api, WISH))
                    .as("also when it is closed")
                    .extracting(Pull::state)
                    .containsExactly(ProposalState.CLOSED);
        }
    }

    private List<Pull> found(ForgePlace place, PullRequests api, PullWish wish) {
        PullReply reply = send(place, api.find(place, wish));
        return reply.isNone(api)
                ? List.of()
                : api.found(reply.json().orElseThrow(() -> new AssertionError(reply)), wish);
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void isClosedWhereNothingIsLeftOfIt(ForgeKind kind) {
        PullRequests api = PullApis.of(kind);
        try (var forge = new StandInPulls(kind)) {
            ForgePlace place = place(forge, kind, StandInPulls.TOKEN);
            Pull opened = api.read(ask(place, api.open(place, WISH)));

            assertThat(api.read(ask(place, api.close(place, opened))).state()).isEqualTo(ProposalState.CLOSED);

            assertThat(api.read(ask(place, api.look(place, "1"))).state()).isEqualTo(ProposalState.CLOSED);
        }
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void isNotTakenForOneFromAFork(ForgeKind kind) {
        PullRequests api = PullApis.of(kind);
        try (var forge = new StandInPulls(kind).withFork(WISH.branch(), WISH.base())) {
            ForgePlace place = place(forge, kind, StandInPulls.TOKEN);
            assertThat(found(place, api, WISH)).isEmpty();

            Pull opened = api.read(ask(place, api.open(place, WISH)));

            assertThat(found(place, api, WISH)).containsExactly(opened);
        }
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void isRecognisedWhereItIsThereAlready(ForgeKind kind) {
        PullRequests api = PullApis.of(kind);
        try (var forge = new StandInPulls(kind).hidingList()) {
            ForgePlace place = place(forge, kind, StandInPulls.TOKEN);
            ask(place, api.open(place, WISH));

            var refused = (PullReply.Refused) send(place, api.open(place, WISH));

            assertThat(api.isThereAlready(refused.status(), refused.body())).isTrue();
            assertThat(forge.opened()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ForgeKind.class)
    void saysWhatTheForgeRefuses(ForgeKind kind) {
        PullRequests api = PullApis.of(kind);
        try (var forge = new StandInPulls(kind).withoutBranch("commitcast/discussions")) {
            ForgePlace stranger = place(forge, kind, "another");
            ForgePlace place = place(forge, kind, StandInPulls.TOKEN);

            assertThat(send(stranger, api.open(stranger, WISH)))
                    .hasToString("127.0.0.1 answered 401: it does not take the token");
            var refused = (PullReply.Refused) send(place, api.open(place, WISH));

            assertThat(refused.reason()).startsWith("127.0.0.1 answered 4").doesNotContain(StandInPulls.TOKEN);
            assertThat(api.isThereAlready(refused.status(), refused.body())).isFalse();
            assertThat(forge.opened()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"500, later", "503, later", "429, later", "301, refused", "403, refused", "410, refused"})
    void triesAgainWhatMayPassByItself(int status, String outcome) throws SQLException {
        PullRequests api = PullApis.of(ForgeKind.GITHUB);
        try (var forge = new StandInPulls(ForgeKind.GITHUB).failing(status)) {
            ForgePlace place = place(forge, ForgeKind.GITHUB, StandInPulls.TOKEN);

            assertThat(settled(send(place, api.find(place, WISH))))
                    .singleElement()
                    .asString()
                    .startsWith(outcome + ": 127.0.0.1 answered " + status);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GITHUB | https://github.com/show/content.git |"
                        + " https://github.com/show/content/compare/main...commitcast/discussions?expand=1",
                "GITLAB | git@gitlab.com:group/sub/show.git | https://gitlab.com/group/sub/show/-/merge_requests/new"
                        + "?merge_request%5Bsource_branch%5D=commitcast%2Fdiscussions"
                        + "&merge_request%5Btarget_branch%5D=main",
                "FORGEJO | https://codeberg.org/show/content |"
                        + " https://codeberg.org/show/content/compare/main...commitcast/discussions",
                "BITBUCKET | https://bitbucket.org/show/content |"
                        + " https://bitbucket.org/show/content/pull-requests/new?source=commitcast%2Fdiscussions&dest=main",
                "BITBUCKET_SERVER | https://git.example:7990/scm/show/content.git |"
                        + " https://git.example:7990/projects/show/repos/content/pull-requests?create"
                        + "&sourceBranch=refs%2Fheads%2Fcommitcast%2Fdiscussions&targetBranch=refs%2Fheads%2Fmain",
                "BITBUCKET_SERVER | ssh://git@git.example:7999/~pat/content.git |"
                        + " https://git.example/users/pat/repos/content/pull-requests?create"
                        + "&sourceBranch=refs%2Fheads%2Fcommitcast%2Fdiscussions&targetBranch=refs%2Fheads%2Fmain"
            })
    void tellsWhereItIsOpenedByHand(ForgeKind kind, String repository, String url) {
        URI address = URI.create(repository.replaceFirst("^git@([^:]+):", "ssh://git@$1/"));

        assertThat(PullApis.byHand(kind, address, WISH)).contains(url);
    }

    @Test
    void tellsNoPlaceWhereThereIsNone() {
        assertThat(PullApis.byHand(null, URI.create("https://git.example/a/b"), WISH))
                .isEmpty();
        assertThat(PullApis.byHand(ForgeKind.GITHUB, URI.create("file:///srv/show.git"), WISH))
                .isEmpty();
    }

    @Test
    void namesTheLinksAndTheReceipt() {
        var link = new Proposed("_episodes/a.md", "reddit", "https://www.reddit.com/r/garden/comments/1/x/");

        assertThat(PullTexts.body("Look:", List.of(link), Optional.of("https://ingest.example/receipts/abc")))
                .isEqualTo(
                        """
                        Look:

                        - `_episodes/a.md`: reddit <https://www.reddit.com/r/garden/comments/1/x/>

                        The state that this goes on top of: https://ingest.example/receipts/abc
                        """);
        assertThat(PullTexts.body("Look:", java.util.Collections.nCopies(103, link), Optional.empty()))
                .endsWith("- and 3 more\n");
    }

    @Test
    void namesBranchesSoThatNoTwoAreTheSame() {
        assertThat(BranchName.of("commitcast/discussions", "").candidates().limit(2))
                .containsExactly("commitcast/discussions", "commitcast/discussions-2");
        assertThat(BranchName.of("x", "backfill-2026-11").candidates().findFirst())
                .contains("x-backfill-2026-11");
        assertThat(BranchName.of("x", "Back fill").candidates().findFirst())
                .isNotEqualTo(BranchName.of("x", "back/fill").candidates().findFirst())
                .get()
                .asString()
                .matches("x-back-fill-[0-9a-f]{8}");
        assertThat(BranchName.of("x", "../~^:?*[\\").candidates().findFirst().orElseThrow())
                .matches("x-[0-9a-f]{8}");
        assertThat(BranchName.of("x", "n".repeat(300)).candidates().findFirst().orElseThrow())
                .hasSizeLessThan(80);
    }

    @Test
    void seesWhatIsInTheWayOfABranch() {
        BranchName name = BranchName.of("commitcast/discussions", "");

        assertThat(name.inTheWay(Set.of("main", "commitcast"))).contains("commitcast");
        assertThat(name.inTheWay(Set.of("commitcast/discussions/one"))).isPresent();
        assertThat(name.inTheWay(
                        Map.of("commitcast/discussions", "", "commitcaster", "").keySet()))
                .isEmpty();
    }
}
