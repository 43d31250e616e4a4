package org.commitcast.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.assertj.core.groups.Tuple;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.DiscussionState.Origin;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread at each source, from the first search to what is said in it later; {@link FoundDiscussionsTest} has the rest. */
@QuarkusTest
@TestProfile(FoundAtEachSourceTest.AllSources.class)
class FoundAtEachSourceTest {
    private static final Set<String> SOURCES =
            Set.of("bluesky", "hackernews", "lemmy", "lobsters", "mastodon", "reddit");

    /** All sources, each with its credentials. */
    public static final class AllSources implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Backends.class), new TestResourceEntry(StandIns.class));
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }
    }

    /** Their stand-ins. */
    public static final class StandIns implements QuarkusTestResourceLifecycleManager {
        private final SourceStandIns sources = new SourceStandIns();

        @Override
        public Map<String, String> start() {
            return sources.settings();
        }

        @Override
        public void stop() {
            sources.close();
        }
    }

    @Inject
    DataSource dataSource;

    private final SampleShow show = SampleShow.ungated();

    @ParameterizedTest
    @ValueSource(strings = {"lobsters", "lemmy", "reddit", "mastodon", "bluesky"})
    void findsAThreadTellsOfItAndFollowsIt(String source) {
        ContentSnapshot episode = show.episode("Keeping an edge");
        String id = String.valueOf(ThreadLocalRandom.current().nextInt(1_000_000, Integer.MAX_VALUE));
        discuss(source, id, episode, 12, 3);
        discuss(source, String.valueOf(ThreadLocalRandom.current().nextInt(1, 999_999)), show.episode("Another"), 1, 1);

        Topics.send(show.defined(only(source)), episode);

        awaitThread(source, id, episode, 12, 3);
        JsonPath candidates = Admin.call()
                .queryParam("item", episode.contentId())
                .get("/api/v1/discussions/candidates")
                .jsonPath();
        assertThat(candidates.getList("candidates.state", String.class)).containsExactly("accepted");
        assertThat(candidates.getList("candidates.platform", String.class)).containsExactly(source);

        discuss(source, id, episode, 11, 8);
        NotifyFlow.change(
                dataSource, "update followed_thread set next_at = now() where content_id = ?", episode.contentId());
        awaitThread(source, id, episode, 11, 8);
        String thread = Admin.call()
                .queryParam("item", episode.contentId())
                .get("/api/v1/discussions")
                .path("discussions[0].threads[0].id");
        await().atMost(NotifyFlow.SOON).untilAsserted(() -> assertThat(Admin.call()
                        .get("/api/v1/discussions/" + thread + "/counts")
                        .jsonPath()
                        .getList("counts.comments", Integer.class))
                .startsWith(8));
        assertThat(standIn(source).get("/stand-in/calls").jsonPath().getInt("refused"))
                .as("calls of strangers, and those that were too many")
                .isZero();
    }

    /** What no test here is about is not asked. */
    private static DiscussionDefinition only(String source) {
        Map<String, String> policy = new HashMap<>();
        Set<String> others = new TreeSet<>(SOURCES);
        others.remove(source);
        others.forEach(other -> policy.put(other, "never"));
        return new DiscussionDefinition(policy, Map.of());
    }

    private static void discuss(String source, String id, ContentSnapshot item, int score, int comments) {
        Map<String, Object> thread =
                Map.of("title", item.title(), "url", item.url(), "score", score, "comments", comments);
        standIn(source)
                .body(new ObjectMapper().valueToTree(thread).toString())
                .put("/stand-in/threads/" + id)
                .then()
                .statusCode(200);
    }

    private static RequestSpecification standIn(String source) {
        String url = ConfigProvider.getConfig().getValue("commitcast.sources." + source + ".url", String.class);
        return RestAssured.given().baseUri(url);
    }

    private static void awaitThread(String source, String id, ContentSnapshot item, int score, int comments) {
        await().atMost(NotifyFlow.SOON).untilAsserted(() -> assertThat(Topics.discussionsOf(item.contentId()))
                .isNotEmpty()
                .last()
                .satisfies(state -> {
                    assertThat(state.threads())
                            .extracting(
                                    DiscussionThread::platform,
                                    DiscussionThread::origin,
                                    DiscussionThread::primary,
                                    DiscussionThread::score,
                                    DiscussionThread::comments)
                            .containsExactly(Tuple.tuple(source, Origin.FOUND, true, score, comments));
                    assertThat(state.threads().get(0).url()).contains(id);
                }));
    }
}
