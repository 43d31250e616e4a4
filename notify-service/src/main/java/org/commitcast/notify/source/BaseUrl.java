package org.commitcast.notify.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;

/**
 * Where an interface is.
 *
 * @param variable the setting that says so
 */
public record BaseUrl(String variable, String text) {

    /** As a setting says, or else where the real one is. */
    public static BaseUrl of(String variable, Optional<String> given, String usual) {
        String text = given.map(String::strip).filter(said -> !said.isEmpty()).orElse(usual);
        return new BaseUrl(variable, text.replaceFirst("/+$", ""));
    }

    /** What is wrong with the setting; empty where nothing is. */
    public Stream<String> complaints() {
        try {
            URI url = new URI(text);
            boolean web = "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null) {
                return Stream.empty();
            }
        } catch (URISyntaxException e) {
            // As wrong as any other; what it says may hold a password.
        }
        return Stream.of(variable + " must be an address such as https://host.example");
    }

    /** The host, with a port where one is said: whose limits they are. */
    public String host() {
        return URI.create(text).getRawAuthority();
    }

    /** An address below it, with query parameters as pairs of name and value. */
    public URI at(String path, String... query) {
        StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");
        for (int i = 0; i + 1 < query.length; i += 2) {
            parameters.add(encoded(query[i]) + "=" + encoded(query[i + 1]));
        }
        return URI.create(text + path + parameters);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
