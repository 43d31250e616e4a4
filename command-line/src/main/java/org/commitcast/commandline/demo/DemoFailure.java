package org.commitcast.commandline.demo;

/** A step did not do what it was to show. The message says in one sentence what was expected and what came. */
final class DemoFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    DemoFailure(String sentence) {
        super(sentence);
    }

    DemoFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
