package org.commitcast.commandline.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentreading.RepositoryFiles;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.NameConflictTreeWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilter;

/** The files of a Git working copy that Git would take: tracked ones, and new ones that it does not ignore. */
public final class WorkingCopy {

    private WorkingCopy() {}

    /** The files of a folder that is a working copy, or lies in one; else all files of the folder. */
    public static RepositoryFiles of(Path folder) {
        var git = new FileRepositoryBuilder().findGitDir(folder.toFile());
        FolderFiles all = new FolderFiles(folder);
        if (git.getGitDir() == null) {
            return all;
        }
        try (Repository repository = git.build()) {
            if (repository.isBare()) {
                return all;
            }
            Path root = repository.getWorkTree().toPath().toRealPath();
            String inside = root.relativize(folder.toRealPath()).toString().replace('\\', '/');
            return new Listed(paths(repository, inside), all);
        } catch (IOException e) {
            throw new UncheckedIOException("working copy " + folder + " is not readable", e);
        }
    }

    private static List<String> paths(Repository repository, String inside) throws IOException {
        List<String> paths = new ArrayList<>();
        try (TreeWalk walk = new NameConflictTreeWalk(repository)) {
            walk.addTree(new DirCacheIterator(repository.readDirCache()));
            FileTreeIterator files = new FileTreeIterator(repository);
            walk.addTree(files);
            files.setDirCacheIterator(walk, 0);
            if (!inside.isEmpty()) {
                walk.setFilter(PathFilter.create(inside));
            }
            while (walk.next()) {
                var tracked = walk.getTree(0, DirCacheIterator.class);
                var file = walk.getTree(1, WorkingTreeIterator.class);
                if (file == null || (tracked == null && file.isEntryIgnored())) {
                    continue;
                }
                FileMode mode = walk.getFileMode(1);
                if (FileMode.TREE.equals(mode)) {
                    walk.enterSubtree();
                } else if (FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode)) {
                    paths.add(
                            inside.isEmpty()
                                    ? walk.getPathString()
                                    : walk.getPathString().substring(inside.length() + 1));
                }
            }
        }
        return paths;
    }

    private record Listed(List<String> all, FolderFiles folder) implements RepositoryFiles {
        @Override
        public Stream<String> paths() {
            return all.stream();
        }

        @Override
        public Optional<byte[]> read(String path) {
            return folder.read(path);
        }
    }
}
