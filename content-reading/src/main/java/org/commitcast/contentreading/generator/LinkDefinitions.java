package org.commitcast.contentreading.generator;

import java.util.ArrayList;
import java.util.regex.Pattern;

/** Definitions of reference links ({@code [name]: address}) that a text uses before it says them. */
public final class LinkDefinitions {

    private static final Pattern DEFINITION = Pattern.compile("(?m)^ {0,3}(\\[[^\\]\\n]+\\])(:.+)$");

    private LinkDefinitions() {}

    /** The beginning of a body, with the definitions from further down that it uses. */
    public static String with(String head, String body, int from) {
        if (head.indexOf('[') < 0) {
            return head;
        }
        var definitions = new ArrayList<String>();
        var matcher = DEFINITION.matcher(body).region(from, body.length());
        while (matcher.find()) {
            if (head.contains(matcher.group(1))) {
                definitions.add(matcher.group(1) + matcher.group(2));
            }
        }
        return definitions.isEmpty() ? head : head + "\n\n" + String.join("\n", definitions);
    }
}
