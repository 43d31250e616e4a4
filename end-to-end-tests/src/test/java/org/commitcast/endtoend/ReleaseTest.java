package org.commitcast.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.commitcast.localstack.service.Service;
import org.commitcast.localstack.service.ServiceProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Posts with a date to come: out on time, once, however many instances there are and whatever was down meanwhile. */
@Tag("proof")
class ReleaseTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration ON_TIME = Duration.ofSeconds(15);
    private static final Clock CLOCK = Clock.systemUTC();

    private static Path folder;
    private static Installation installation;
    private static Commitcast commitcast;
    private static WebPages pages;
    private static MastodonServer mastodon;

    @BeforeAll
    static void install(@TempDir Path temporary) {
        folder = temporary;
        installation = Installation.in(folder);
        commitcast = new Commitcast(installation);
        pages = new WebPages();
        mastodon = new MastodonServer();
    }

    @AfterAll
    static void end() {
        installation.close();
        pages.close();
        mastodon.close();
    }

    private static ContentRepository registered(String site) {
        ContentRepository repository = HarbourRadio.in(folder.resolve(site), pages.url());
        repository.push("Begin");
        commitcast.register(site, repository);
        commitcast.announceOn(mastodon, site);
        await().atMost(SOON).until(() -> commitcast.titles(site, "blog").size() == 1);
        return repository;
    }

    private static Instant announce(ContentRepository repository, String site, String title, Duration ahead) {
        Instant due = CLOCK.instant().plus(ahead).truncatedTo(ChronoUnit.SECONDS);
        repository.write(
                "_posts/2026-01-21-%s.md".formatted(title.toLowerCase(java.util.Locale.ROOT)),
                "---\ntitle: %s\ndate: %s\n---\nNot before its time.\n".formatted(title, due));
        String commit = repository.push("A post for later");
        commitcast.pushHook(site, commit).then().statusCode(202);
        assertThat(commitcast.receipt(site, commit, "parsed").getList("items.path", String.class))
                .hasSize(1);
        return due;
    }

    private static Instant seen(String site, String title) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> commitcast.titles(site, "blog").contains(title));
        return CLOCK.instant();
    }

    private static void assertSaidOnce(String title) {
        await().atMost(SOON).until(() -> mastodon.statuses().stream().anyMatch(text -> text.contains(title)));
        assertThat(mastodon.statuses().stream().filter(text -> text.contains(title)))
                .hasSize(1);
    }

    @Test
    void severalInstancesReleaseOnceAndOnTime() {
        ContentRepository repository = registered("several");
        try (repository;
                ServiceProcess second = installation.another(Service.INGEST)) {
            Instant due = announce(repository, "several", "Later", Duration.ofSeconds(20));
            assertThat(commitcast.titles("several", "blog")).doesNotContain("Later");

            assertThat(seen("several", "Later")).isBetween(due, due.plus(ON_TIME));

            assertSaidOnce("Later");
            assertThat(second.process().isAlive()).isTrue();
        }
    }

    @Test
    void whatFellDueWhileTheServiceWasDownComesOutWhenItIsBack() {
        try (ContentRepository repository = registered("down")) {
            Instant due = announce(repository, "down", "Overdue", Duration.ofSeconds(30));
            installation.kill(Service.INGEST);
            await().atMost(SOON).until(() -> CLOCK.instant().isAfter(due));

            installation.restart(Service.INGEST);
            Instant back = CLOCK.instant();

            assertThat(seen("down", "Overdue")).isBefore(back.plus(ON_TIME));
            assertSaidOnce("Overdue");
        }
    }
}
