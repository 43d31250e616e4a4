package org.commitcast.contentreading.site;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The file with the host's name that static hosting wants, {@code CNAME}: where nobody says where the site lives, it
 * lives there.
 */
final class HostFile {

    private static final List<String> PLACES = List.of("CNAME", "static/CNAME", "docs/CNAME");

    private HostFile() {}

    static boolean is(String path) {
        return PLACES.contains(path);
    }

    /** @param folder of the site, with a closing slash, or empty: what lies there counts more */
    static SiteSettings said(String folder, Function<String, Optional<byte[]>> read) {
        return Stream.concat(PLACES.stream().map(place -> folder + place), PLACES.stream())
                .distinct()
                .flatMap(path -> read.apply(path).stream())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip())
                .filter(host -> host.matches("[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}"))
                .findFirst()
                .map(host -> SiteSettings.read(Map.of("url", "https://" + host)).settings())
                .orElse(SiteSettings.none());
    }
}
