package org.commitcast.commandline.feed;

import java.io.PrintStream;
import java.util.List;
import org.commitcast.feeddifference.FeedDifference;
import org.commitcast.feeddifference.FeedDifference.FieldDifference;
import org.commitcast.feeddifference.FeedDifference.ItemDifference;
import org.commitcast.feeddifference.FeedDifference.Unmatched;

/** Prints a difference for people. */
final class Report {
    private final PrintStream out;

    Report(PrintStream out) {
        this.out = out;
    }

    void print(FeedDifference difference) {
        line(difference.summary());
        difference.channel().forEach(field -> field("channel ", field));
        for (ItemDifference item : difference.items()) {
            line(item.guid() + " " + item.title());
            item.fields().forEach(field -> field("  ", field));
        }
        only("only here", difference.onlyHere(), "there");
        only("only there", difference.onlyThere(), "here");
        long others = difference.onlyHere().stream()
                .filter(item -> !item.otherGuid().isEmpty())
                .count();
        if (others > 0) {
            line(others + " of them only by their guid, and subscribers would get them again: "
                    + "--adopt takes over the guids of a feed.");
        }
    }

    private void field(String before, FieldDifference field) {
        line(before + field.field());
        line("    there " + (field.there().isEmpty() ? "nothing" : field.there()));
        line("    here  " + (field.here().isEmpty() ? "nothing" : field.here()));
    }

    private void only(String where, List<Unmatched> items, String other) {
        for (Unmatched item : items) {
            String same = item.otherGuid().isEmpty()
                    ? ""
                    : " (the same audio or page has the guid " + item.otherGuid() + " " + other + ")";
            line(where + " " + item.guid() + " " + item.title() + same);
        }
    }

    /** Texts of feeds must not steer a terminal. */
    private void line(String text) {
        out.println(text.replaceAll("[\\r\\n\\t]+", " ").replaceAll("\\p{Cntrl}", "\uFFFD"));
    }
}
