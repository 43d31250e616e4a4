package org.commitcast.feed.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.commitcast.contentevents.ContentSnapshot;
import org.jspecify.annotations.Nullable;

/** What feeds choose items by, in a form that text columns take: those refuse NUL and lone surrogates. */
final class Labels {
    private Labels() {}

    static @Nullable String collection(ContentSnapshot item) {
        String collection = item.collection();
        return collection == null ? null : plain(collection);
    }

    /** Tags, which are compared without case; one to a line. */
    static String tags(ContentSnapshot item) {
        return String.join("\n", tags(item.tags()));
    }

    static List<String> tags(List<String> said) {
        return said.stream()
                .map(tag -> plain(tag).toLowerCase(Locale.ROOT).replace('\n', ' '))
                .filter(tag -> !tag.isEmpty())
                .toList();
    }

    static List<String> collections(List<String> said) {
        return said.stream().map(Labels::plain).toList();
    }

    private static String plain(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }
}
