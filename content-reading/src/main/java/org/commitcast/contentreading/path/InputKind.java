package org.commitcast.contentreading.path;

/** What a path may hold; only reading the file decides. */
public enum InputKind {
    /** Shared by all documents: a change of it may change each of them. */
    SHARED,
    /** An episode or post, if its front matter says so. */
    DOCUMENT,
    TRANSCRIPT,
    /** Lies where content lies, but its name keeps it from being read as such. */
    MISNAMED,
    /** Nothing of ours. */
    IGNORED
}
