package org.commitcast.contentreading.site;

/** A setting's value that people write in another form than the one in which it is kept. */
interface Shown {

    /** As it would be written in a definition. */
    Object asWritten();
}
