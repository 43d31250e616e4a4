package org.commitcast.contentreading.site;

import java.util.List;

/** Categories of a directory, the most fitting first; one within another as {@code Leisure > Hobbies}. */
public record Categories(List<String> names) implements Shown {
    public Categories {
        names = List.copyOf(names);
    }

    @Override
    public Object asWritten() {
        return names;
    }
}
