package org.commitcast.contentreading.hugo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A pattern of paths as Hugo has them: their case means nothing, an asterisk stays within a folder, two do not, and one
 * of several words may stand in braces. Takes time by the lengths alone, whoever wrote it.
 */
final class PathGlob {

    private static final int MAX_LENGTH = 500;
    private static final int MAX_CHOICES = 64;
    private static final Pattern CHOICE = Pattern.compile("\\{([^{}]*)\\}");

    private final List<String> choices;

    PathGlob(String glob) {
        this.choices = new ArrayList<>();
        if (glob.length() <= MAX_LENGTH) {
            spread(glob.toLowerCase(Locale.ROOT));
        }
    }

    private void spread(String glob) {
        var choice = CHOICE.matcher(glob);
        if (!choice.find()) {
            if (choices.size() < MAX_CHOICES) {
                choices.add(glob);
            }
            return;
        }
        for (var word : choice.group(1).split(",", -1)) {
            if (choices.size() < MAX_CHOICES) {
                spread(glob.substring(0, choice.start()) + word + glob.substring(choice.end()));
            }
        }
    }

    boolean matches(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        return choices.stream().anyMatch(glob -> matches(glob, lower));
    }

    /** Goes through the path once with all the places of the pattern that it may have come to. */
    private static boolean matches(String glob, String path) {
        var at = new BitSet();
        reach(at, glob, 0);
        for (var i = 0; i < path.length() && !at.isEmpty(); i++) {
            var next = new BitSet();
            for (var place = at.nextSetBit(0); place >= 0 && place < glob.length(); place = at.nextSetBit(place + 1)) {
                step(next, glob, place, path.charAt(i));
            }
            at = next;
        }
        return at.get(glob.length());
    }

    private static void step(BitSet next, String glob, int place, char c) {
        var sign = glob.charAt(place);
        if (sign == '*') {
            if (c != '/' || glob.startsWith("**", place) || (place > 0 && glob.charAt(place - 1) == '*')) {
                reach(next, glob, place);
            }
        } else if (sign == c || (sign == '?' && c != '/')) {
            reach(next, glob, place + 1);
        }
    }

    /** An asterisk may stand for nothing. */
    private static void reach(BitSet places, String glob, int place) {
        var at = place;
        places.set(at);
        while (at < glob.length() && glob.charAt(at) == '*') {
            at++;
            places.set(at);
        }
    }
}
