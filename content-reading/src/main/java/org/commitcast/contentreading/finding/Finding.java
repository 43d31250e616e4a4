package org.commitcast.contentreading.finding;

import org.commitcast.contentreading.xml.XmlText;

/**
 * Something wrong in a file of the repository.
 *
 * @param rule a stable id such as {@code front-matter.syntax}; never renamed once released
 * @param message what is wrong and what to do about it, one or two sentences
 */
public record Finding(String rule, Severity severity, String path, Position position, String message) {

    public Finding {
        // It may quote the file.
        message = XmlText.strip(message);
    }

    /** The line in the file, counted from 1. */
    public int line() {
        return position.line();
    }

    /** The column in the line, counted from 1. */
    public int column() {
        return position.column();
    }

    /** Whether it holds the item. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
