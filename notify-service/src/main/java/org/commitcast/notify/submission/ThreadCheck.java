package org.commitcast.notify.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.address.ItemAddresses;
import org.commitcast.notify.address.ThreadAddress;
import org.commitcast.notify.html.PlatformNames;
import org.commitcast.notify.source.FoundThread;
import org.commitcast.notify.source.Searched;
import org.commitcast.notify.source.SourceCalls;

/** Whether an address that somebody gives is of a thread about the item. */
@ApplicationScoped
class ThreadCheck {
    private static final int LONGEST = 2000;

    private final SourceCalls sources;

    ThreadCheck(SourceCalls sources) {
        this.sources = sources;
    }

    /** The address in our own form; empty where it is of no thread on that platform. */
    static Optional<String> thread(String platform, String given) {
        String address = given.strip();
        return Optional.of(address)
                .filter(ThreadCheck::isOnTheWeb)
                .map(ThreadAddress::of)
                .filter(thread -> thread.platform().equals(platform) && thread.remoteId() != null)
                .map(ThreadAddress::url);
    }

    private static boolean isOnTheWeb(String address) {
        if (address.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Asks the platform, where that can be done. Not within a transaction: an answer may take long. */
    Finding ask(String platform, ContentSnapshot item, String thread) {
        List<URI> addresses = ItemAddresses.of(item);
        if (!sources.searched().contains(platform) || addresses.isEmpty()) {
            return Finding.NOT_ASKED;
        }
        return finding(sources.search(platform, addresses.get(0)), item, thread);
    }

    /** What an answer says of the thread. */
    static Finding finding(Searched searched, ContentSnapshot item, String thread) {
        return searched.handle(
                found -> found.threads().stream().anyMatch(one -> is(one, thread, item))
                        ? Finding.CONFIRMED
                        : Finding.NOT_NAMED,
                later -> Finding.NOT_ASKED);
    }

    private static boolean is(FoundThread found, String thread, ContentSnapshot item) {
        return ThreadAddress.same(found.url(), thread)
                && ItemAddresses.match(item, found.about()).isPresent();
    }

    /** What the platform says. */
    enum Finding {
        /** The thread links to the item. */
        CONFIRMED("%s says that the thread links to it."),
        /** Nobody said anything: it is not asked here, or did not answer. */
        NOT_ASKED("%s could not be asked whether the thread is about it: only the form of the address was looked at."),
        /** It may be too new to be found, or be about the item without a link. */
        NOT_NAMED("%s did not name it among the threads that link there.");

        private final String words;

        Finding(String words) {
            this.words = words;
        }

        String words(String platform) {
            return words.formatted(PlatformNames.of(platform));
        }
    }
}
