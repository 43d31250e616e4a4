package org.commitcast.contentevents;

/** A part of a setting's value is not what it must be. */
public final class UnfitValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String reason;

    /**
     * Says where and why.
     *
     * @param place within the value: {@code .funding[0].url}
     */
    UnfitValueException(String place, String reason) {
        super(place + " " + reason);
        this.place = place;
        this.reason = reason;
    }

    /** Where, within the value: {@code .funding[0].url}. */
    public String place() {
        return place;
    }

    /** What is wrong, without its subject. */
    public String reason() {
        return reason;
    }
}
