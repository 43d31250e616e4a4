package org.commitcast.contentreading.markdown;

/** Replaces parts of a run and gives each text node its part of the result. Parts are replaced from left to right. */
final class RunEdit {

    private final CharSequence source;
    private final InlineSource.Run run;
    private final StringBuilder out = new StringBuilder();
    private final int[] places;
    private int at;

    RunEdit(CharSequence source, InlineSource.Run run) {
        this.source = source;
        this.run = run;
        this.places = new int[run.end() - run.start() + 1];
        this.at = run.start();
    }

    void replace(int from, int to, String text) {
        if (text.contentEquals(source.subSequence(from, to))) {
            return;
        }
        copyTo(from);
        for (; at < to; at++) {
            places[at - run.start()] = out.length();
        }
        out.append(text);
    }

    void finish() {
        if (at == run.start()) {
            // Nothing was replaced, as in most runs.
            return;
        }
        copyTo(run.end());
        places[run.end() - run.start()] = out.length();
        for (var piece : run.pieces()) {
            piece.node()
                    .setLiteral(out.substring(places[piece.start() - run.start()], places[piece.end() - run.start()]));
        }
    }

    private void copyTo(int end) {
        for (; at < end; at++) {
            places[at - run.start()] = out.length();
            out.append(source.charAt(at));
        }
    }
}
