package org.commitcast.notify.source.lemmy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.notify.LemmyStandIn;
import org.commitcast.notify.source.Followed;
import org.commitcast.notify.source.FollowedThread;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.LooseBudgets;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.ThreadCounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LemmyTest {
    private static final URI EPISODE = URI.create("https://turning.example/episodes/chisels/");

    private final LemmyStandIn home = new LemmyStandIn();
    private final LemmyStandIn elsewhere = new LemmyStandIn();
    private final LooseBudgets budgets = new LooseBudgets();
    private final Lemmy source = new Lemmy(budgets.http(), () -> Optional.of(home.url()));

    @AfterEach
    void stop() {
        home.close();
        elsewhere.close();
    }

    @Test
    void findsPostsOfAllInstancesUnderTheirOwnAddress() {
        home.post(77, "Sharp chisels", EPISODE.toString(), elsewhere.url() + "/post/4")
                .withObject("counts")
                .put("score", 12)
                .put("comments", 3);

        assertThat(source.search(EPISODE))
                .isEqualTo(new Searched.Found(List.of(new FoundThread(
                        elsewhere.url() + "/post/4",
                        "4",
                        EPISODE.toString(),
                        "Sharp chisels",
                        "somebody",
                        Instant.parse("2026-03-02T06:30:00.123456Z"),
                        new ThreadCounts(12, 3, false)))));
    }

    @Test
    void findsWhatOtherKindsOfServersPostUnderTheAddressOfItsCopy() {
        home.post(77, "Sharp chisels", EPISODE.toString(), "https://fedia.example/m/turning/t/5");

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .extracting(FoundThread::url)
                        .containsExactly(home.url() + "/post/77"));
    }

    @Test
    void saysByWhichIdAllServersKnowACopy() {
        home.post(77, "Sharp chisels", EPISODE.toString(), "https://fedia.example/m/turning/t/5");
        home.post(78, "Sharp chisels", EPISODE.toString(), elsewhere.url() + "/post/4");

        assertThat(source.search(EPISODE))
                .isInstanceOfSatisfying(Searched.Found.class, found -> assertThat(found.threads())
                        .extracting(FoundThread::sameAs)
                        .containsExactlyInAnyOrder("https://fedia.example/m/turning/t/5", null));
        assertThat(follow(home, 78))
                .isEqualTo(new Followed.Seen(
                        Map.of(home.url() + "/post/78", new ThreadCounts(1, 0, false)),
                        Map.of(home.url() + "/post/78", elsewhere.url() + "/post/4")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "[]", "<html>", "{\"error\":\"rate_limit_error\"}"})
    void takesAnAnswerInAnotherFormForNone(String body) {
        home.nextText(200, "application/json", body);

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
    }

    @Test
    void knowsALimitByItsNameToo() {
        home.nextText(400, "application/json", "{\"error\":\"rate_limit_error\"}");

        assertThat(source.search(EPISODE)).isInstanceOf(Searched.Later.class);
        assertThat(budgets.pauses).hasSize(1);
    }

    @Test
    void followsPostsOnTheirOwnInstance() {
        ObjectNode post = elsewhere.post(4, "Sharp chisels", EPISODE.toString());
        post.withObject("counts").put("score", 12).put("comments", 3);
        assertThat(follow(elsewhere, 4)).isEqualTo(seen(elsewhere, new ThreadCounts(12, 3, false)));

        post.withObject("counts").put("comments", 2);
        assertThat(follow(elsewhere, 4)).isEqualTo(seen(elsewhere, new ThreadCounts(12, 2, false)));
        assertThat(budgets.taken)
                .allMatch(budget -> budget.equals("lemmy/" + elsewhere.url().substring(7)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"removed", "deleted"})
    void postThatIsRemovedIsNotFound(String how) {
        home.post(4, "Sharp chisels", EPISODE.toString()).withObject("post").put(how, true);

        assertThat(source.search(EPISODE)).isEqualTo(new Searched.Found(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked", "removed", "deleted"})
    void postThatNobodyCanAnswerIsOver(String how) {
        home.post(4, "Sharp chisels", EPISODE.toString()).withObject("post").put(how, true);

        assertThat(follow(home, 4)).isEqualTo(seen(home, new ThreadCounts(1, 0, true)));
    }

    @Test
    void postThatIsGoneIsOver() {
        assertThat(follow(home, 4)).isEqualTo(seen(home, new ThreadCounts(null, null, true)));
        assertThat(budgets.pauses).isEmpty();
    }

    @Test
    void nothingIsLostWhileAllOfAnInstanceIsMissing() {
        home.post(4, "Sharp chisels", EPISODE.toString());
        home.nextText(404, "text/html", "<html><title>404 Not Found</title></html>");

        assertThat(follow(home, 4)).isInstanceOf(Followed.Later.class);
    }

    @Test
    void instanceThatIsDownSilencesNoOther() {
        elsewhere.nextStatus(502);
        home.post(4, "Sharp chisels", EPISODE.toString());

        assertThat(follow(elsewhere, 4)).isInstanceOf(Followed.Later.class);
        assertThat(follow(home, 4)).isEqualTo(seen(home, new ThreadCounts(1, 0, false)));
        assertThat(budgets.taken).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://lemmy.example/c/turning", "https://a b/post/1", "https://x@y/post/1", "nonsense"})
    void asksNothingAboutAnAddressThatIsNoPost(String url) {
        assertThat(source.follow(List.of(new FollowedThread(url, "1")))).isEqualTo(new Followed.Seen(Map.of()));
        assertThat(budgets.taken).isEmpty();
    }

    private Followed follow(LemmyStandIn server, int id) {
        return source.follow(List.of(new FollowedThread(server.url() + "/post/" + id, null)));
    }

    private static Followed seen(LemmyStandIn server, ThreadCounts counts) {
        return new Followed.Seen(Map.of(server.url() + "/post/4", counts));
    }
}
