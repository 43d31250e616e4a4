package org.commitcast.contentreading.embed;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page of a video, post or snippet that a text embeds by its service and id: readers of feeds embed nothing. */
public final class EmbeddedPage {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"'<>]{1,2000}");
    private static final Pattern ID = Pattern.compile("[\\w-]{1,100}");
    private static final Pattern IDS = Pattern.compile("[\\w-]{1,100}(?:/[\\w-]{1,100})?");

    private static final List<Service> SERVICES = List.of(
            new Service("youtube", ID, "https://www.youtube.com/watch?v="),
            new Service("vimeo", ID, "https://vimeo.com/"),
            new Service("instagram", ID, "https://www.instagram.com/p/"),
            new Service("spotify", IDS, "https://open.spotify.com/"),
            new Service("soundcloud", IDS, "https://soundcloud.com/"),
            new Service("peertube", ADDRESS, ""),
            new Service("gist", IDS, "https://gist.github.com/"),
            new Service("asciinema", ID, "https://asciinema.org/a/"),
            new Service("codepen", IDS, "https://codepen.io/"),
            new Service("tweet", ID, "https://twitter.com/i/status/"),
            new Service("twitter", ID, "https://twitter.com/i/status/"));

    private EmbeddedPage() {}

    private record Service(String name, Pattern id, String address) {

        /** Whether a name has the service's name in it as a word or as a word's beginning or end. */
        boolean isIn(String text) {
            var at = text.indexOf(name);
            return at >= 0
                    && (at == 0
                            || !Character.isLetter(text.charAt(at - 1))
                            || at + name.length() == text.length()
                            || !Character.isLetter(text.charAt(at + name.length())));
        }
    }

    /**
     * The page's address.
     *
     * @param name of the tag or of the file included, in which the service's name stands somewhere
     * @param id as the service numbers its pages, or an address, which is taken as it is
     */
    public static Optional<String> of(String name, String id) {
        var known = name.toLowerCase(Locale.ROOT);
        return SERVICES.stream()
                .filter(service -> service.isIn(known))
                .findFirst()
                .flatMap(service -> address(service, id.strip()));
    }

    private static Optional<String> address(Service service, String id) {
        if (ADDRESS.matcher(id).matches()) {
            return Optional.of(id);
        }
        return service.id.matcher(id).matches() && !service.address.isEmpty()
                ? Optional.of(service.address + id)
                : Optional.empty();
    }

    /** A paragraph with nothing but a link. */
    public static String paragraph(String address) {
        var escaped = escaped(address);
        return "<p><a href=\"" + escaped + "\">" + escaped + "</a></p>";
    }

    /** Text as it stands in HTML, in quotes or not. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
