package org.commitcast.ingest.whole;

/** Documents in the shapes that shows have. */
public final class Samples {
    private Samples() {}

    public static final String CONFIG =
            """
            title: The Night Garden
            url: https://garden.example
            author: The Night Garden
            collections:
              episodes:
                output: true
                permalink: /episode/:title/
            """;

    public static String episode(String title, int number) {
        return """
                ---
                title: "%s"
                date: 2024-03-%02dT09:00:00Z
                file: https://audio.example/night-garden-%d.mp3
                length: "%d"
                duration: "31:0%d"
                #reddit: (leave blank until the thread is there)
                ---

                Tonight we walk through bed number %d, which nobody has walked through before.

                - [@01:30] - The gate
                - [@12:00] - The moths
                """
                .formatted(title, number, number, 1000 + number, number % 10, number);
    }
}
