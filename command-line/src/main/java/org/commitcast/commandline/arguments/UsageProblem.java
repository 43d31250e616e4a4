package org.commitcast.commandline.arguments;

/** What was typed cannot be understood. The message is one sentence. */
public final class UsageProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UsageProblem(String sentence) {
        super(sentence);
    }
}
