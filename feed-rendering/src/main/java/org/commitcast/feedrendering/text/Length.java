package org.commitcast.feedrendering.text;

/** Cuts texts to what readers and validators take. */
public final class Length {
    private static final String MORE = "…";

    private Length() {}

    /** The text, if it has at most so many characters; else its beginning with an ellipsis, cut after a word. */
    public static String atMost(int characters, String text) {
        if (text.length() <= characters) {
            return text;
        }
        int end = characters - MORE.length();
        int space = text.lastIndexOf(' ', end);
        int cut = space > end / 2 ? space : end;
        boolean splits = Character.isHighSurrogate(text.charAt(cut - 1));
        return text.substring(0, splits ? cut - 1 : cut).stripTrailing() + MORE;
    }
}
