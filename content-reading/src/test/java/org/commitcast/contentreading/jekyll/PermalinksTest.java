package org.commitcast.contentreading.jekyll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.yaml.YamlMap;
import org.junit.jupiter.api.Test;

class PermalinksTest {

    private static final Placeholders PLACEHOLDERS = new Placeholders(
            "posts",
            "talks/2021-01-03-Rust & C",
            FileName.of("_posts/talks/2021-01-03-Rust & C.md"),
            "Rust & C 1.0",
            List.of("News", "Öffentlich"),
            YamlMap.empty(Position.START),
            ZonedDateTime.of(2021, 1, 3, 4, 5, 6, 0, ZoneOffset.UTC));

    @Test
    void fillsTheBuiltInStyles() {
        assertThat(path("date")).isEqualTo("/news/%C3%B6ffentlich/2021/01/03/Rust-&-C-1.0.html");
        assertThat(path("pretty")).isEqualTo("/news/%C3%B6ffentlich/2021/01/03/Rust-&-C-1.0/");
        assertThat(path("ordinal")).isEqualTo("/news/%C3%B6ffentlich/2021/003/Rust-&-C-1.0.html");
        assertThat(path("weekdate")).isEqualTo("/news/%C3%B6ffentlich/2021/W53/Sun/Rust-&-C-1.0.html");
        assertThat(path("none")).isEqualTo("/news/%C3%B6ffentlich/Rust-&-C-1.0.html");
    }

    @Test
    void fillsOtherPatterns() {
        assertThat(path("/:collection/:path/")).isEqualTo("/posts/talks/2021-01-03-Rust%20&%20C/");
        assertThat(path("/x/:slug/:i_day-:short_month_:hour")).isEqualTo("/x/rust-c-1-0/3-Jan_04");
        assertThat(path("/:nonsense/")).isEqualTo("/:nonsense/");
    }

    @Test
    void fillsPlaceholdersThatAreGiven() {
        assertThat(PLACEHOLDERS.fill("tag:x,:year::url", Map.of("url", "https://a.example/")))
                .isEqualTo("tag:x,2021:https://a.example/");
    }

    private static String path(String pattern) {
        return Permalinks.path(PermalinkStyle.pattern(pattern), PLACEHOLDERS);
    }
}
