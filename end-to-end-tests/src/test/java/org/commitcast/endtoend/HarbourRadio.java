package org.commitcast.endtoend;

import java.nio.file.Path;

/** A small show: a podcast and a blog, as a Jekyll repository. */
final class HarbourRadio {
    private HarbourRadio() {}

    static ContentRepository in(Path folder, String pagesUrl) {
        ContentRepository repository = ContentRepository.in(folder);
        repository.write(
                "_config.yml",
                """
                title: "Harbour Radio"
                description: "Conversations with people who live by the sea."
                author: "Ines Duarte"
                lang: en
                url: %s
                collections:
                  episodes:
                    output: true
                    permalink: /episode/:title/
                """
                        .formatted(pagesUrl));
        repository.write("_episodes/2026-01-05-tide-tables.md", episode("Tide tables", "2026-01-05T06:00:00Z"));
        repository.write("_episodes/2026-02-02-net-menders.md", episode("Net menders", "2026-02-02T06:00:00Z"));
        repository.write(
                "_posts/2026-01-20-a-new-microphone.md",
                """
                ---
                title: "A new microphone"
                date: 2026-01-20 16:00
                tag: [studio]
                ---
                It hears the gulls before we do.
                """);
        return repository;
    }

    static String episode(String title, String date) {
        String slug = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
        return """
                ---
                title: "%s"
                date: %s
                file: https://audio.harbour.example/%s.mp3
                duration: "31:05"
                length: "22380544" # bytes
                #reddit: (leave blank on initial publish, amend with link once the thread is there)
                ---
                What happens on the quay -- and *why*.

                - [@00:10] - Welcome
                - [@12:40] - The quay
                """
                .formatted(title, date, slug);
    }
}
