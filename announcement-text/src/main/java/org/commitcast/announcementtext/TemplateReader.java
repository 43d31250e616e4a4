package org.commitcast.announcementtext;

import java.util.ArrayList;
import java.util.List;

/** Reads a template's text. A doubled brace stands for the brace itself. */
final class TemplateReader {
    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private List<Part> parts = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();

    private TemplateReader(String text) {
        this.text = text;
    }

    static List<Line> read(String text) {
        return new TemplateReader(text.replace("\r\n", "\n")).lines();
    }

    private List<Line> lines() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                words.append(c);
                at += 2;
            } else if (c == '{') {
                at = value(at);
            } else if (c == '}') {
                throw new WrongTemplateException(
                        "'}' at character " + (at + 1) + " closes nothing; write }} for a brace");
            } else if (c == '\n') {
                endLine();
                at++;
            } else {
                words.append(c);
                at++;
            }
        }
        endLine();
        return List.copyOf(lines);
    }

    private int value(int open) {
        int close = text.indexOf('}', open);
        if (close < 0) {
            throw new WrongTemplateException(
                    "'{' at character " + (open + 1) + " is never closed; write {{ for a brace");
        }
        String name = text.substring(open + 1, close);
        Key key = Key.named(name)
                .orElseThrow(() -> new WrongTemplateException(
                        "unknown key {" + name + "} at character " + (open + 1) + "; known are " + Key.all()));
        endWords();
        parts.add(new Part.Value(key));
        return close + 1;
    }

    private void endWords() {
        if (!words.isEmpty()) {
            parts.add(new Part.Words(words.toString()));
            words.setLength(0);
        }
    }

    private void endLine() {
        endWords();
        lines.add(new Line(List.copyOf(parts)));
        parts = new ArrayList<>();
    }
}
