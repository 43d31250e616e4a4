package org.commitcast.notify.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreadAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.reddit.com/r/rust/comments/1/x/,reddit",
        "https://old.reddit.com/r/rust/comments/1/,reddit",
        "https://redd.it/1,reddit",
        "https://notreddit.com/r/rust,other",
        "https://news.ycombinator.com/item?id=1,hackernews",
        "https://news.ycombinator.com/newest,hackernews",
        "https://lobste.rs/s/abc/x,lobsters",
        "https://bsky.app/profile/a.example/post/3k,bluesky",
        "at://did:plc:abc/app.bsky.feed.post/3k,bluesky",
        "https://lemmy.world/post/12,lemmy",
        "https://programming.example/post/12,lemmy",
        "https://social.example/@ann/1099,mastodon",
        "https://social.example/users/ann/statuses/1099,mastodon",
        "https://social.example/notice/AbC12,mastodon",
        "https://video.example/@ann/videos,other",
        "https://forum.example/t/1,other"
    })
    void knowsPlatformsByTheirAddresses(String url, String platform) {
        assertThat(ThreadAddress.of(URI.create(url)).platform()).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({
        "https://redd.it/1AbC,https://www.reddit.com/r/rust/comments/1abc/the_title/",
        "https://old.reddit.com/r/rust/comments/1abc,http://np.reddit.com/r/Rust/comments/1abc/x/?utm_source=share",
        "https://www.reddit.com/comments/1abc/,https://reddit.com/r/rust/comments/1abc/x/kx9/",
        "https://www.reddit.com/tb/1abc,https://redd.it/1abc",
        "https://news.ycombinator.com/item?id=42,http://news.ycombinator.com/item?id=42&ref=x#43",
        "https://lobste.rs/s/abcdef,https://lobste.rs/s/abcdef/long_title#c_1",
        "https://lemmy.world/post/12,https://lemmy.world/post/12/345?sort=New",
        "https://social.example/@ann/1099,https://social.example/users/ann/statuses/1099",
        "https://social.example/@ann/1099,https://social.example/web/@ann/1099/",
        "https://social.example/@ann/1099,https://social.example/web/statuses/1099",
        "https://bsky.app/profile/Ann.example/post/3kxyz,at://did:plc:abc/app.bsky.feed.post/3kxyz",
        "https://forum.example/t/1,http://www.forum.example/t/1/?utm_medium=mail#5"
    })
    void sameThreadInTwoSpellings(String one, String other) {
        assertThat(ThreadAddress.same(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://redd.it/1abc,https://redd.it/1abd",
        "https://lemmy.world/post/12,https://lemmy.example/post/12",
        "https://social.example/@ann/1099,https://other.example/@ann/1099",
        "https://www.reddit.com/r/rust/s/AbC,https://www.reddit.com/r/rust/s/AbD",
        "https://news.ycombinator.com/item?id=42,https://news.ycombinator.com/item?id=421",
        "https://forum.example/t?id=1,https://forum.example/t?id=2"
    })
    void threadsThatOnlyLookAlike(String one, String other) {
        assertThat(ThreadAddress.same(one, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "http://old.reddit.com/r/rust/comments/1ABC/x?ref=y,https://www.reddit.com/r/rust/comments/1abc/x/,1abc",
        "https://redd.it/1abc,https://www.reddit.com/comments/1abc/,1abc",
        "http://news.ycombinator.com/item?id=42#43,https://news.ycombinator.com/item?id=42,42",
        "https://www.lobste.rs/s/abc/x/,https://lobste.rs/s/abc/x,abc",
        "https://lemmy.world/post/12/9,https://lemmy.world/post/12,12",
        "http://127.0.0.1:4711/post/12,http://127.0.0.1:4711/post/12,12",
        "https://social.example/users/ann/statuses/1099,https://social.example/@ann/1099,1099",
        "https://social.example/@ann/statuses/01AB,https://social.example/@ann/statuses/01AB,01AB",
        "at://did:plc:abc/app.bsky.feed.post/3k,https://bsky.app/profile/did:plc:abc/post/3k,at://did:plc:abc/app.bsky.feed.post/3k",
        "https://bsky.app/profile/ann.example/post/3k?x=1,https://bsky.app/profile/ann.example/post/3k,at://ann.example/app.bsky.feed.post/3k"
    })
    void hasOneFormOfItsOwnAndTheIdThatThePlatformUses(String given, String url, String id) {
        ThreadAddress address = ThreadAddress.of(given);

        assertThat(address.url()).isEqualTo(url);
        assertThat(address.remoteId()).isEqualTo(id);
    }

    /** Else it could stand neither in front matter nor in a feed. */
    @ParameterizedTest
    @CsvSource({
        "https://www.reddit.com/r/de/comments/1abc/gr%C3%B6%C3%9Fe/,https://www.reddit.com/r/de/comments/1abc/gr%C3%B6%C3%9Fe/",
        "https://www.reddit.com/r/de/comments/1abc/größe/,https://www.reddit.com/r/de/comments/1abc/gr%C3%B6%C3%9Fe/",
        "https://www.reddit.com/r/de/comments/1abc/a%20b%2Fc/,https://www.reddit.com/r/de/comments/1abc/a%20b%2fc/",
        "https://forum.example/größe?q=ß#ü,https://forum.example/gr%C3%B6%C3%9Fe?q=%C3%9F#%C3%BC",
        "https://[::1]:8080/a[1],https://[::1]:8080/a%5B1%5D"
    })
    void hasOnlyCharactersThatAddressesHave(String given, String url) {
        assertThat(ThreadAddress.of(given).url()).isEqualTo(url);
    }

    @Test
    void readsWhatNoAddressShouldHave() {
        assertThat(ThreadAddress.of("https://www.reddit.com/r/lathe/comments/1abc/a|b{c}[d]^")
                        .remoteId())
                .isEqualTo("1abc");
        assertThat(ThreadAddress.host("https://Social.example:8443/@ann/1|2")).isEqualTo("social.example:8443");
        assertThat(ThreadAddress.host("nonsense")).isEmpty();
    }

    @Test
    void addressThatNamesNoThreadHasNoId() {
        assertThat(ThreadAddress.of("https://www.reddit.com/r/rust").remoteId()).isNull();
        assertThat(ThreadAddress.of("not an address").platform()).isEqualTo("other");
    }
}
