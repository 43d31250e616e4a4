package org.commitcast.contentreading.site;

/** Which quotes and dashes documents may have. */
public enum Typography {
    /** Those that their authors like. */
    ANY,
    /** Those of a keyboard; others are findings. */
    PLAIN
}
