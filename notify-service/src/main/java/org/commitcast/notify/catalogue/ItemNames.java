package org.commitcast.notify.catalogue;

import org.commitcast.contentevents.ContentSnapshot;

/** The names under which an item can be asked for: its guid, and every address that it ever had. */
public final class ItemNames {
    private ItemNames() {}

    /** What {@code item.address_keys} holds for each of an item's names. */
    public static long keyOf(String name) {
        return AddressKeys.of(name);
    }

    /** Whether this is the item's address now, or its guid, and not only an address that it once had. */
    public static boolean names(String name, ContentSnapshot item) {
        return item.guid().equals(name.strip()) || isPage(name, item.url());
    }

    /** Whether two are spellings of one page's address. */
    static boolean isPage(String name, String url) {
        return AddressKeys.plain(url).equals(AddressKeys.plain(name));
    }
}
