package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.commitcast.contentevents.Cause;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.SiteState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a push to the events that tell of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PushFlowTest {
    private TestRepository repository;
    private String site;

    @BeforeEach
    void aShowWithTwoEpisodes() throws Exception {
        repository = TestRepository.fresh()
                .write("_config.yml", Samples.CONFIG)
                .write("_episodes/2024-03-01-gate.md", Samples.episode("The gate", 1))
                .write("_episodes/2024-03-02-moths.md", Samples.episode("The moths", 2));
        repository.commitAndPush("Begin");
        site = SiteCalls.freshName();
    }

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void importsHistoryAsBaseline() {
        SiteCalls.register(site, repository);

        assertThat(SiteCalls.get(site).getInt("items")).isEqualTo(2);
        var published = Topics.content(site);
        assertThat(published).hasSize(2).allMatch(ContentSnapshot::baseline);
        assertThat(published)
                .extracting(ContentSnapshot::guid)
                .containsExactlyInAnyOrder(
                        "https://garden.example/episode/gate/", "https://garden.example/episode/moths/");
        SiteState state = Topics.site(site);
        assertThat(state.imported().sequence()).isEqualTo(2);
        assertThat(state.definition().title()).isEqualTo("The Night Garden");
    }

    @Test
    void publishesPushedEpisodeAsNews() throws Exception {
        SiteCalls.register(site, repository);
        String commit = repository
                .write("_episodes/2024-03-03-pond.md", Samples.episode("The pond", 3))
                .commitAndPush("Episode 3");

        SiteCalls.pushed(site, commit);

        var receipt = SiteCalls.receipt(site, commit);
        assertThat(receipt.getString("items[0].change")).isEqualTo("added");
        assertThat(receipt.getBoolean("items[0].quiet")).isFalse();
        ContentSnapshot news = Topics.content(site, receipt.getString("items[0].item"));
        assertThat(news.baseline()).isFalse();
        assertThat(news.cause()).isEqualTo(Cause.CONTENT);
        assertThat(news.commit()).isEqualTo(commit);
        assertThat(news.sequence()).isEqualTo(3);
    }
}
