package org.commitcast.localstack.machine;

import org.jspecify.annotations.Nullable;

/** A part of the stack could not start. The message is one sentence for the person at the terminal. */
public final class StartFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StartFailure(String sentence) {
        super(sentence);
    }

    public StartFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
