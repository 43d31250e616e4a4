package org.commitcast.contentreading;

import java.util.Optional;
import java.util.stream.Stream;

/** The files of one state of a repository: a Git tree, or a folder. Paths use slashes and are relative to the root. */
public interface RepositoryFiles {

    /** Every file's path. */
    Stream<String> paths();

    /** The bytes of a file; empty if there is none at the path. */
    Optional<byte[]> read(String path);

    /** What a file held before, newest first; nothing where that is not known. Read as far as it is asked for. */
    default Stream<byte[]> earlier(String path) {
        return Stream.empty();
    }
}
