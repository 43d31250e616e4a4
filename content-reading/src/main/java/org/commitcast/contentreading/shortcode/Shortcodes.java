package org.commitcast.contentreading.shortcode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.embed.EmbeddedPage;
import org.commitcast.contentreading.embed.Figure;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;

/**
 * Shortcodes in a document's text. Those that come with the tools become what they stand for, embedded pages become
 * links; of others the tags are left out with a finding, and the text between them stays. A site's own shortcodes are
 * programs and are not run.
 */
public final class Shortcodes {

    private final Syntax syntax;
    private final PageFacts facts;
    private final Findings findings;

    public Shortcodes(Syntax syntax, PageFacts facts, Findings findings) {
        this.syntax = syntax;
        this.facts = facts;
        this.findings = findings;
    }

    /**
     * The text without shortcodes. Takes time linear in its length.
     *
     * @param firstLine the number of its first line in the file
     */
    public ResolvedText resolve(String text, int firstLine) {
        var codes = syntax.in(text);
        return codes.isEmpty() ? ResolvedText.plain(text) : new Walk(text, firstLine, codes).resolved();
    }

    /** One pass over one text. */
    private final class Walk {
        private final String text;
        private final List<Shortcode> codes;
        private final Map<String, Deque<Shortcode>> closings = new HashMap<>();
        private final StringBuilder out = new StringBuilder();
        private final List<String> pieces = new ArrayList<>();
        private int at;
        private int line;
        private int lineStart;
        private int counted;

        Walk(String text, int firstLine, List<Shortcode> codes) {
            this.text = text;
            this.codes = codes;
            this.line = firstLine;
            codes.stream().filter(Shortcode::closes).forEach(code -> closings.computeIfAbsent(
                            code.name(), name -> new ArrayDeque<>())
                    .add(code));
        }

        ResolvedText resolved() {
            for (var code : codes) {
                if (code.start() >= at) {
                    out.append(text, at, code.start());
                    at = code.end();
                    one(code);
                }
            }
            return new ResolvedText(out.append(text, at, text.length()).toString(), pieces);
        }

        private void one(Shortcode code) {
            if (code.isExample()) {
                out.append(code.shown());
            } else if (!code.closes()) {
                var arguments = code.arguments();
                switch (code.name()) {
                    case "ref", "relref" ->
                        inText(code, arguments.get(0, "path").flatMap(facts::page));
                    case "param" -> inText(code, arguments.get(0, "name").flatMap(facts::parameter));
                    case "figure" -> html(code, figure(arguments));
                    case "highlight" -> highlighted(code);
                    case "details" -> details(code);
                    default -> html(code, embedded(code.name(), arguments).map(EmbeddedPage::paragraph));
                }
            }
        }

        private void inText(Shortcode code, Optional<String> value) {
            if (value.isEmpty()) {
                leftOut(code);
            }
            out.append(value.orElse(""));
        }

        private void html(Shortcode code, Optional<String> html) {
            if (html.isEmpty()) {
                leftOut(code);
            } else {
                out.append(ResolvedText.mark(pieces.size()));
                pieces.add(html.get());
            }
        }

        private void highlighted(Shortcode code) {
            var closing = closing(code);
            if (closing.isEmpty()) {
                leftOut(code);
                return;
            }
            var language = code.arguments().get(0, "lang").orElse("").replaceAll("[^\\w+#.-]", "");
            var inner = text.substring(code.end(), closing.get().start()).strip();
            html(
                    code,
                    Optional.of("<pre><code class=\"language-" + language + "\">" + EmbeddedPage.escaped(inner)
                            + "\n</code></pre>"));
            at = closing.get().end();
        }

        /** The text inside stays Markdown; only what is around it is HTML. */
        private void details(Shortcode code) {
            var closing = closing(code);
            if (closing.isEmpty()) {
                leftOut(code);
                return;
            }
            var summary = code.arguments().get(-1, "summary").orElse("Details");
            html(code, Optional.of("<p><strong>" + EmbeddedPage.escaped(summary) + "</strong></p>"));
            out.append("\n\n");
        }

        private Optional<Shortcode> closing(Shortcode code) {
            var candidates = closings.getOrDefault(code.name(), new ArrayDeque<>());
            while (!candidates.isEmpty() && candidates.peek().start() < code.end()) {
                candidates.poll();
            }
            return Optional.ofNullable(candidates.peek());
        }

        private void leftOut(Shortcode code) {
            if (findings.isFull()) {
                return;
            }
            for (; counted < code.start(); counted++) {
                if (text.charAt(counted) == '\n') {
                    line++;
                    lineStart = counted + 1;
                }
            }
            findings.warning(
                    "content.shortcode",
                    new Position(line, code.start() - lineStart + 1),
                    "The shortcode '" + (code.name().length() > 60 ? code.name().substring(0, 60) + "…" : code.name())
                            + "' is left out of feeds; write what it stands for into the text if it matters.");
        }
    }

    private static Optional<String> figure(Arguments arguments) {
        return arguments.get(0, "src").map(source -> new Figure(
                        source,
                        arguments.text("alt"),
                        arguments.text("title"),
                        arguments.text("caption"),
                        arguments.text("link"))
                .html());
    }

    private static Optional<String> embedded(String name, Arguments arguments) {
        var user = arguments.get(-1, "user");
        var id = arguments.get(0, "id", "url", "src", "link");
        switch (name) {
            case "x", "x_simple", "tweet", "twitter", "twitter_simple" -> {
                return user.isPresent() && id.isPresent() && (user.get() + id.get()).matches("\\w{1,100}")
                        ? Optional.of("https://" + (name.startsWith("x") ? "x.com/" : "twitter.com/") + user.get()
                                + "/status/" + id.get())
                        : id.flatMap(found -> EmbeddedPage.of("tweet", found));
            }
            case "gist" -> {
                var second = arguments.get(1, "id").map(part -> "/" + part).orElse("");
                return arguments.get(0, "user").flatMap(first -> EmbeddedPage.of("gist", first + second));
            }
            default -> {
                return id.flatMap(found -> EmbeddedPage.of(name, found));
            }
        }
    }
}
