package org.commitcast.notify.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.catalogue.ItemRow;
import org.commitcast.notify.catalogue.Items;
import org.commitcast.notify.catalogue.SiteRow;
import org.commitcast.notify.catalogue.Sites;
import org.commitcast.notify.discussion.DiscussedItem;
import org.commitcast.notify.discussion.Discussions;

/** Pages by their addresses, within the caller's transaction. */
@ApplicationScoped
class OpenPages {
    private final Submissions submissions;
    private final PageUses uses;
    private final Items items;
    private final Sites sites;
    private final Discussions discussions;
    private final Clock clock;

    OpenPages(Submissions submissions, PageUses uses, Items items, Sites sites, Discussions discussions, Clock clock) {
        this.submissions = submissions;
        this.uses = uses;
        this.items = items;
        this.sites = sites;
        this.discussions = discussions;
        this.clock = clock;
    }

    /** Empty where nobody gave the address out, its time is over, it was used, or its item is gone. */
    Optional<OpenPage> find(String token) {
        return submissions
                .read(token)
                .filter(page -> page.expiresAt().isAfter(clock.instant()) && !uses.isUsed(token))
                .flatMap(this::open);
    }

    /** Whether we once gave an address out; nothing is looked up. */
    boolean wasGivenOut(String token) {
        return submissions.read(token).isPresent();
    }

    /** Records the thread and uses the page up; false where it can no longer be used. */
    boolean give(String token, OpenPage page, String thread) {
        if (!uses.use(token)) {
            return false;
        }
        discussions.give(DiscussedItem.of(page.item()), thread);
        return true;
    }

    private Optional<OpenPage> open(SignedPage page) {
        ItemRow item = items.findById(page.item());
        SiteRow site = item == null ? null : sites.findById(item.site());
        if (item == null || site == null || !item.published() || site.hasOutlived(item)) {
            return Optional.empty();
        }
        ContentSnapshot snapshot = item.snapshot();
        return submissions
                .on(page.platform(), snapshot, site.definition())
                .map(wanted -> new OpenPage(snapshot, wanted, page.expiresAt()));
    }
}
