package org.commitcast.contentreading.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sizes of one image, as a {@code srcset} lists them.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/images.html#srcset-attributes">the attribute</a>
 */
record ImageSet(List<Candidate> candidates) {

    private static final Pattern CANDIDATE = Pattern.compile("\\G[\\s,]*+([^\\s,]\\S*+)([^,]*+)");
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");
    private static final Pattern SIZE = Pattern.compile("|\\d{1,6}(?:\\.\\d{1,3})?[wxh]");

    ImageSet {
        candidates = List.copyOf(candidates);
    }

    /** One image and the size or density that it is meant for. */
    record Candidate(String address, String size) {

        boolean isSafe() {
            return WEB.matcher(address).matches() && SIZE.matcher(size).matches();
        }

        @Override
        public String toString() {
            return size.isEmpty() ? address : address + " " + size;
        }
    }

    static ImageSet of(String attribute) {
        var candidates = new ArrayList<Candidate>();
        var matcher = CANDIDATE.matcher(attribute);
        while (matcher.find()) {
            var address = matcher.group(1);
            var alone = address.endsWith(",");
            candidates.add(new Candidate(
                    alone ? withoutCommas(address) : address,
                    alone ? "" : matcher.group(2).strip()));
            if (alone) {
                matcher.region(matcher.end(1), attribute.length());
            }
        }
        return new ImageSet(candidates);
    }

    private static String withoutCommas(String address) {
        var end = address.length();
        while (address.charAt(end - 1) == ',') {
            end--;
        }
        return address.substring(0, end);
    }

    ImageSet absolute(AbsoluteLinks links) {
        return new ImageSet(candidates.stream()
                .map(one -> new Candidate(links.absolute(one.address), one.size))
                .toList());
    }

    boolean isSafe() {
        return !candidates.isEmpty() && candidates.stream().allMatch(Candidate::isSafe);
    }

    @Override
    public String toString() {
        return candidates.stream().map(Candidate::toString).collect(Collectors.joining(", "));
    }
}
