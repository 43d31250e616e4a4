package org.commitcast.contentreading.shortcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How shortcodes are written. */
public enum Syntax {
    /**
     * {@code {{< name … >}}} and {@code {{% name … %}}}.
     *
     * @see <a href="https://gohugo.io/content-management/shortcodes/">shortcodes</a>
     */
    HUGO {
        @Override
        List<Shortcode> in(String text) {
            var found = new ArrayList<Shortcode>();
            var at = 0;
            for (var start = text.indexOf("{{", at); start >= 0; start = text.indexOf("{{", at)) {
                at = start + 2;
                var sign = at < text.length() ? text.charAt(at) : ' ';
                if (sign != '<' && sign != '%') {
                    continue;
                }
                var end = text.indexOf(sign == '<' ? ">}}" : "%}}", at + 1);
                if (end < 0) {
                    // Nothing behind this place ends either in this form; the other form may.
                    at = other(text, sign, at);
                    continue;
                }
                code(text, start, end).ifPresent(found::add);
                at = end + 3;
            }
            return found;
        }

        private int other(String text, char sign, int from) {
            var next = text.indexOf(sign == '<' ? "{{%" : "{{<", from);
            return next < 0 ? text.length() : next;
        }

        private Optional<Shortcode> code(String text, int start, int end) {
            var inner = text.substring(start + 3, end).strip();
            if (inner.startsWith("/*") && inner.endsWith("*/") && inner.length() >= 4) {
                var shown = text.substring(start, start + 3)
                        + inner.substring(2, inner.length() - 2)
                        + text.substring(end, end + 3);
                return Optional.of(new Shortcode("", Arguments.read(""), false, true, start, end + 3, shown));
            }
            var closes = inner.startsWith("/");
            var complete = !closes && inner.endsWith("/");
            var name = NAME.matcher(closes ? inner.substring(1).strip() : inner);
            if (inner.length() > MAX_LENGTH || !name.lookingAt()) {
                return Optional.empty();
            }
            var rest = inner.substring(Math.min(inner.length(), name.end() + (closes ? 1 : 0)));
            var arguments =
                    Arguments.read(complete && rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest);
            return Optional.of(new Shortcode(name.group(), arguments, closes, complete, start, end + 3, ""));
        }
    },
    /**
     * {@code {{ name(…) }}}, and {@code {% name(…) %}} up to {@code {% end %}}.
     *
     * @see <a href="https://www.getzola.org/documentation/content/shortcodes/">shortcodes</a>
     */
    ZOLA {
        @Override
        List<Shortcode> in(String text) {
            var found = new ArrayList<Shortcode>();
            var each = ZOLA_CODE.matcher(text);
            while (each.find()) {
                var block = each.group(1) == null;
                var name = block ? each.group(3) : each.group(1);
                var arguments = block ? each.group(4) : each.group(2);
                found.add(new Shortcode(
                        name == null ? "" : name,
                        Arguments.read(arguments == null ? "" : arguments),
                        name == null,
                        !block,
                        each.start(),
                        each.end(),
                        ""));
            }
            return found;
        }
    };

    private static final int MAX_LENGTH = 4000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w./-]*+");
    private static final Pattern ZOLA_CODE = Pattern.compile("\\{\\{\\s*(\\w+)\\(([^{}]{0,4000}?)\\)\\s*\\}\\}"
            + "|\\{%\\s*(?:(\\w+)\\(([^{}]{0,4000}?)\\)|end)\\s*%\\}");

    /** All of them in the order of the text. */
    abstract List<Shortcode> in(String text);
}
