package org.commitcast.ingest.hosting;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which files of a branch a site has put there. It lies in the branch itself: it is as old as the files are, and it is
 * there for whoever comes with an empty database.
 */
record Manifest(String site, Set<String> files) {

    Manifest {
        files = new TreeSet<>(files);
    }

    /** Where it lies. Generators leave out what begins with a dot. */
    static String path(String site) {
        return ".commitcast/" + site + ".txt";
    }

    static Manifest of(String site, Collection<String> files) {
        return new Manifest(site, new TreeSet<>(files));
    }

    static Manifest read(String site, byte[] bytes) {
        return of(
                site,
                new String(bytes, StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals(path(site)))
                        .collect(Collectors.toSet()));
    }

    byte[] bytes() {
        String head = "# Commitcast writes these files for its site " + site
                + ", and takes them away again. Others it leaves alone.\n";
        return (head + files.stream().map(file -> file + "\n").collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
