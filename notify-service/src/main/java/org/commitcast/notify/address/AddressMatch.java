package org.commitcast.notify.address;

/**
 * What of an item a thread is about.
 *
 * @param address the item's address that it is
 * @param through whether it was reached by way of another host, such as one that counts downloads
 */
public record AddressMatch(Kind kind, String address, boolean through) {

    /** Which of the item's addresses it is. */
    public enum Kind {
        PAGE("the page"),
        EARLIER_PAGE("an earlier address of the page"),
        AUDIO("the audio");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** For people. */
    public String words() {
        return "about " + kind.words + (through ? ", by way of another host" : "");
    }
}
