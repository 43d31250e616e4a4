package org.commitcast.notify.search;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.notify.address.ItemAddresses;
import org.commitcast.notify.source.SourceCalls;

/** What a source is asked for to find an item. */
public final class WantedAddresses {
    private WantedAddresses() {}

    /** The most important first; after them how else people write the page's, where the source compares characters. */
    public static List<URI> of(ContentSnapshot item, String source, SourceCalls sources) {
        List<URI> addresses = ItemAddresses.of(item);
        if (addresses.isEmpty() || !sources.comparesCharacters(source)) {
            return addresses;
        }
        List<URI> spelled = new ArrayList<>(addresses);
        spelled.addAll(ItemAddresses.spellings(addresses.get(0)));
        return spelled;
    }
}
