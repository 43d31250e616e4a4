package org.commitcast.contentreading.shortcode;

/**
 * A shortcode where it stands in a text.
 *
 * @param name empty for what is only shown as an example
 * @param closes whether it ends what another one of the name began
 * @param complete whether it says itself that it ends at once
 * @param start where it begins
 * @param end behind its last character
 * @param shown what stands for it where it is an example
 */
record Shortcode(String name, Arguments arguments, boolean closes, boolean complete, int start, int end, String shown) {

    boolean isExample() {
        return name.isEmpty();
    }
}
