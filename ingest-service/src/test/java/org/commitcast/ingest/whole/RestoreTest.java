package org.commitcast.ingest.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.SiteState;
import org.commitcast.contentevents.Topic;
import org.commitcast.eventtransport.TransportProfile;
import org.junit.jupiter.api.Test;

/** A store that was lost, brought back from the topics. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RestoreTest {
    @Inject
    TransportProfile profile;

    @Inject
    EntityManager database;

    @Test
    void takesIdentitiesBackFromTopicsAndPublishesWhatCameMeanwhile() throws Exception {
        try (TestRepository repository = TestRepository.fresh()) {
            repository
                    .write("_config.yml", Samples.CONFIG)
                    .write("_episodes/2024-03-01-gate.md", Samples.episode("The gate", 1))
                    .write("_posts/2015-05-01-owls.md", "---\ntitle: The owls: a post\n---\nNight.\n")
                    .commitAndPush("Begin");
            String site = SiteCalls.freshName();
            SiteCalls.put(site, repository.url(), ", \"gate\": \"none\", \"url\": \"https://moths.example\"");
            SiteCalls.awaitStatus(site, "ready");
            ContentSnapshot before = Topics.content(site).get(0);
            QuarkusTransaction.requiringNew().run(() -> {
                database.createNativeQuery("delete from item where site = ?1")
                        .setParameter(1, site)
                        .executeUpdate();
                database.createNativeQuery("delete from site where name = ?1")
                        .setParameter(1, site)
                        .executeUpdate();
                database.createNativeQuery("delete from site_work where site = ?1")
                        .setParameter(1, site)
                        .executeUpdate();
            });
            repository
                    .write("_episodes/2024-03-02-moths.md", Samples.episode("The moths", 2))
                    .write("_posts/2015-05-01-owls.md", "---\ntitle: The owls\n---\nNight.\n")
                    .commitAndPush("Meanwhile");

            var sites = Topics.all(site, Topic.SITES, SiteState.class);
            var content = Topics.all(site, Topic.CONTENT, ContentSnapshot.class);
            QuarkusTransaction.requiringNew().run(() -> {
                sites.forEach(event -> event.deliverTo(profile.restorer()));
                content.forEach(event -> event.deliverTo(profile.restorer()));
                content.forEach(event -> event.deliverTo(profile.restorer()));
            });

            SiteCalls.receipt(site, repository.sharedHead());
            var after = Topics.content(site);
            assertThat(after)
                    .extracting(ContentSnapshot::contentId)
                    .contains(before.contentId())
                    .hasSize(3);
            assertThat(after)
                    .filteredOn(snapshot -> snapshot.contentId().equals(before.contentId()))
                    .singleElement()
                    .satisfies(gate -> assertThat(gate.revision()).isEqualTo(before.revision()));
            assertThat(after)
                    .filteredOn(snapshot -> snapshot.title().equals("The moths"))
                    .singleElement()
                    .satisfies(moths -> assertThat(moths.baseline()).isFalse());
            assertThat(after)
                    .filteredOn(snapshot -> snapshot.title().equals("The owls"))
                    .singleElement()
                    .satisfies(owls -> assertThat(owls.baseline()).isTrue());
            assertThat(after).extracting(ContentSnapshot::url).allSatisfy(url -> assertThat(url)
                    .startsWith("https://moths.example/"));
            assertThat(Topics.all(site, Topic.SITES, SiteState.class))
                    .last()
                    .satisfies(
                            state -> assertThat(state.definition().gatePage()).isFalse())
                    .satisfies(state -> assertThat(String.valueOf(state.statement()))
                            .contains("\"gate\":\"none\"")
                            .doesNotContain(SiteCalls.SECRET));
        }
    }
}
