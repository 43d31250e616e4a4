package org.commitcast.endtoend;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A site with so many episodes of about one date, each with the address of a page and of an audio file. */
record Show(Commitcast commitcast, String site, ContentRepository repository, int episodes) implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    /** Its name is the folder's; nobody knows of it yet. */
    static Show in(Commitcast commitcast, Path folder, int episodes, Instant date) {
        ContentRepository repository = ContentRepository.in(folder);
        Show show = new Show(commitcast, String.valueOf(folder.getFileName()), repository, episodes);
        show.begin(date);
        return show;
    }

    Show register(boolean writesBack) {
        commitcast
                .ingest()
                .body(Map.of(
                        "repository", Map.of("url", repository.url()),
                        "webhook", Map.of("secret", Commitcast.WEBHOOK_SECRET),
                        "writeBack", writesBack))
                .put("/api/v1/sites/" + site)
                .then()
                .statusCode(201);
        return this;
    }

    private void begin(Instant date) {
        repository.write(
                "_config.yml",
                """
                title: "A show"
                description: "Of the lamps."
                author: "Ole Brandt"
                lang: en
                url: https://%s.example
                collections:
                  episodes:
                    output: true
                    permalink: /episode/:title/
                """
                        .formatted(site));
        for (int number = 0; number < episodes; number++) {
            repository.write(
                    "_episodes/2024-01-%02d-%s-%d.md".formatted(number + 1, site, number),
                    HarbourRadio.episode(
                            title(number), date.minusSeconds(number).toString()));
        }
        repository.push("Begin");
    }

    String title(int number) {
        return site + " " + number;
    }

    String page(int number) {
        return "https://%1$s.example/episode/%1$s-%2$d/".formatted(site, number);
    }

    String audio(int number) {
        return "https://audio.harbour.example/%s-%d.mp3".formatted(site, number);
    }

    List<String> addresses() {
        return IntStream.range(0, episodes)
                .boxed()
                .flatMap(number -> Stream.of(page(number), audio(number)))
                .toList();
    }

    /** Those of its addresses that were asked for. */
    List<String> asked(Calls calls) {
        return calls.all().stream().filter(addresses()::contains).toList();
    }

    /** Returns when all of its episodes can be searched for. */
    void awaitKnown() {
        await().atMost(SOON).until(() -> IntStream.range(0, episodes)
                .allMatch(number -> commitcast
                                .notifying()
                                .queryParam("url", page(number))
                                .get("/discussions/" + site + "/by-url.json")
                                .statusCode()
                        == 200));
    }

    @Override
    public void close() {
        repository.close();
    }
}
