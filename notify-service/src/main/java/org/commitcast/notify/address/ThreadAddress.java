package org.commitcast.notify.address;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A thread by its address. People and platforms spell one thread's address in many ways: {@link #key} is the same for
 * all of them.
 *
 * @param platform {@code reddit}, {@code hackernews}, {@code lobsters}, {@code lemmy}, {@code mastodon}, {@code
 *     bluesky} or {@code other}
 * @param url the address in the form that we use ourselves, without characters that addresses do not have
 * @param remoteId what its platform calls it, as far as the address tells; for Bluesky an {@code at://} address
 * @param key by which it is compared
 */
public record ThreadAddress(String platform, String url, @Nullable String remoteId, String key) {
    public ThreadAddress {
        url = Escapes.ascii(url);
    }

    /** What no platform that we know has. */
    public static final String OTHER = "other";

    private static final Set<String> PLATFORMS =
            Set.of("reddit", "hackernews", "lobsters", "lemmy", "mastodon", "bluesky");

    /** Those whose hosts have a name come before those that are told by the form of their paths. */
    private static final List<ThreadForm> FORMS = List.of(
            new RedditForm(),
            new HackerNewsForm(),
            new LobstersForm(),
            new BlueskyForm(),
            new LemmyForm(),
            new MastodonForm());

    public static ThreadAddress of(URI thread) {
        return of(thread.toString());
    }

    /** Of any text: what is no address at all is compared as it stands. */
    public static ThreadAddress of(String thread) {
        return FORMS.stream()
                .map(form -> form.read(thread.strip()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> new ThreadAddress(OTHER, thread.strip(), null, key(thread)));
    }

    /** A thread with an id that is unique on its platform or, where that has many servers, on its host. */
    static ThreadAddress known(String platform, String url, String remoteId, String within) {
        return new ThreadAddress(platform, url, remoteId, platform + " " + within + remoteId);
    }

    /** On the platform, but of a form that names no thread. */
    static ThreadAddress unknown(String platform, String url) {
        return new ThreadAddress(platform, url, null, key(url));
    }

    /** Whether this is a platform on which people discuss, by the name that it has in events and settings. */
    public static boolean isPlatform(String name) {
        return PLATFORMS.contains(name);
    }

    /** The server that a thread is on, also by an address with characters that none should have; empty where none is. */
    public static String host(String thread) {
        return WebAddress.of(thread).map(WebAddress::host).orElse("");
    }

    /** Whether two addresses are of one thread. */
    public static boolean same(String one, String other) {
        return one.equals(other) || of(one).key().equals(of(other).key());
    }

    private static String key(String address) {
        return WebAddress.of(address).map(WebAddress::toString).orElse(address.strip());
    }
}
