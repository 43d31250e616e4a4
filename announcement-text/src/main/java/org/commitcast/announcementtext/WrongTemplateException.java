package org.commitcast.announcementtext;

/** A template that cannot be used; the message is for who wrote it. */
public final class WrongTemplateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    WrongTemplateException(String message) {
        super(message);
    }
}
