package org.commitcast.contentreading.site;

/** What a look at an episode's audio, where it is hosted, may lead to. */
public enum EnclosureProbing {
    /** Nobody looks. */
    OFF,
    /** What is wrong is told. */
    WARN,
    /** A new episode, or one with other audio, waits until the audio is there as claimed. */
    HOLD
}
