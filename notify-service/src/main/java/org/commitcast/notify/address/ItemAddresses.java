package org.commitcast.notify.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.notify.address.AddressMatch.Kind;
import org.jspecify.annotations.Nullable;

/** Every address that an item has or had. */
public final class ItemAddresses {
    private static final int MOST = 12;

    /** In the order of their importance. */
    private final Map<WebAddress, AddressMatch> known = new LinkedHashMap<>();

    /** Files by host and path. */
    private final Map<String, AddressMatch> audio = new LinkedHashMap<>();

    private ItemAddresses(ContentSnapshot item) {
        add(Kind.PAGE, item.url());
        Enclosure enclosure = item.enclosure();
        List<String> inner = enclosure == null ? List.of() : Prefixes.behind(enclosure.url());
        if (enclosure != null) {
            addAudio(enclosure.url());
        }
        inner.stream().limit(1).forEach(this::addAudio);
        List<String> earlier = item.earlierUrls();
        for (int i = earlier.size() - 1; i >= 0; i--) {
            add(Kind.EARLIER_PAGE, earlier.get(i));
        }
        inner.forEach(this::addAudio);
        // Where the guid is an address it is one that the page had, perhaps before we knew it.
        add(Kind.EARLIER_PAGE, item.guid());
    }

    private void add(Kind kind, @Nullable String address) {
        Optional.ofNullable(address)
                .flatMap(WebAddress::of)
                .ifPresent(
                        web -> known.putIfAbsent(web, new AddressMatch(kind, Objects.requireNonNull(address), false)));
    }

    private void addAudio(String address) {
        Optional<WebAddress> deep = WebAddress.of(address).filter(WebAddress::isDeep);
        AddressMatch match = new AddressMatch(Kind.AUDIO, address, false);
        deep.ifPresent(web -> known.putIfAbsent(web, match));
        // What a script gives is another thing with other parameters; a file is the same.
        deep.filter(WebAddress::isRecording).ifPresent(web -> audio.putIfAbsent(web.bare(), match));
    }

    /**
     * What to search for, the most important first, so few that a source can be asked for all of them; no two of them
     * are spellings of one.
     */
    public static List<URI> of(ContentSnapshot item) {
        List<URI> addresses = new ArrayList<>();
        for (AddressMatch match : new ItemAddresses(item).known.values()) {
            if (addresses.size() < MOST) {
                uri(match.address()).ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    /**
     * How else people write an address, for sources that compare characters: with and without a slash at the end and
     * {@code www.}, and without TLS. The most likely first; the address itself is not among them.
     */
    public static List<URI> spellings(URI address) {
        String scheme = address.getScheme() + "://";
        String rest = address.toString().substring(scheme.length());
        String slashed = slashed(rest);
        return Stream.of(
                        scheme + slashed,
                        scheme + www(rest),
                        "http://" + rest,
                        scheme + www(slashed),
                        "http://" + slashed)
                .filter(spelling -> !spelling.equals(address.toString()))
                .distinct()
                .map(URI::create)
                .toList();
    }

    /** The other way about; a file and what has parameters has no slash. */
    private static String slashed(String rest) {
        if (rest.endsWith("/")) {
            return rest.substring(0, rest.length() - 1);
        }
        return rest.matches("[^?#]*/[^./?#]*|[^/?#]+") ? rest + "/" : rest;
    }

    private static String www(String rest) {
        return rest.startsWith("www.") ? rest.substring(4) : "www." + rest;
    }

    /** All of them, to be compared with several. */
    public static ItemAddresses all(ContentSnapshot item) {
        return new ItemAddresses(item);
    }

    /** Which of an item's addresses a thread is about; empty where it is about something else. */
    public static Optional<AddressMatch> match(ContentSnapshot item, @Nullable String about) {
        return all(item).match(about);
    }

    /** Which of them a thread is about; empty where it is about something else. */
    public Optional<AddressMatch> match(@Nullable String about) {
        return Optional.ofNullable(about).flatMap(WebAddress::of).flatMap(web -> Optional.ofNullable(known.get(web))
                .or(() -> Optional.ofNullable(audio.get(web.bare())))
                .or(() -> through(Objects.requireNonNull(about))));
    }

    private Optional<AddressMatch> through(String about) {
        return Prefixes.behind(about).stream()
                .map(WebAddress::of)
                .flatMap(Optional::stream)
                .filter(WebAddress::isDeep)
                .map(web -> Optional.ofNullable(known.get(web)).orElseGet(() -> audio.get(web.bare())))
                .filter(Objects::nonNull)
                .findFirst()
                .map(match -> new AddressMatch(match.kind(), match.address(), true));
    }

    private static Optional<URI> uri(String address) {
        try {
            return Optional.of(new URI(address.strip()));
        } catch (URISyntaxException e) {
            // Nobody can be asked for it.
            return Optional.empty();
        }
    }
}
