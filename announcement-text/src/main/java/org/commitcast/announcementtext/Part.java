package org.commitcast.announcementtext;

import java.util.Map;

/** A piece of a template's line. */
sealed interface Part {

    /** Words of the template itself. */
    record Words(String text) implements Part {
        @Override
        public String text(Map<Key, String> values, Markup markup) {
            return text;
        }

        @Override
        public boolean isPlace() {
            return false;
        }
    }

    /** The place of a value. */
    record Value(Key key) implements Part {
        @Override
        public String text(Map<Key, String> values, Markup markup) {
            return markup.of(key, values.getOrDefault(key, ""));
        }

        @Override
        public boolean isPlace() {
            return true;
        }
    }

    String text(Map<Key, String> values, Markup markup);

    /** Whether it shows a value, or nothing where that is missing. */
    boolean isPlace();
}
