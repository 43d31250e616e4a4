package org.commitcast.contentreading.hugo;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A path below a content folder, taken apart.
 *
 * @param tree the tree of pages that it stands in, by the language of its folder, with a closing slash
 * @param place where it stands below the content folder, which may be elsewhere than in the repository
 * @param folder of its place, with a closing slash, or empty; that of a bundle is the one above it
 * @param name without language and ending; that of a bundle is its folder's
 * @param index whether it is the page of its folder
 */
record ContentFile(
        String path,
        Language language,
        String tree,
        String place,
        String folder,
        String name,
        boolean index,
        boolean section,
        String extension) {

    private static final Set<String> READABLE = Set.of("md", "markdown", "mdown", "html", "htm");

    /** Empty if the path lies in no content folder. */
    static Optional<ContentFile> of(String path, HugoConfig config) {
        Mount lies = null;
        var below = "";
        for (var mount : config.mounts()) {
            var place = nearer(mount, lies, config.defaultLanguage()) ? mount.place(path) : Optional.<String>empty();
            if (place.isPresent()) {
                lies = mount;
                below = place.get();
            }
        }
        return lies == null ? Optional.empty() : Optional.of(of(path, below, lies.language(), config));
    }

    private static boolean nearer(Mount mount, @Nullable Mount than, String byDefault) {
        return than == null
                || mount.source().length() > than.source().length()
                || (mount.source().equals(than.source())
                        && mount.language().code().equals(byDefault));
    }

    private static ContentFile of(String path, String below, Language lies, HugoConfig config) {
        var slash = below.lastIndexOf('/') + 1;
        var dot = below.lastIndexOf('.');
        var base = dot > slash ? below.substring(slash, dot) : below.substring(slash);
        var extension = dot > slash ? below.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
        var language = lies;
        var suffix = base.lastIndexOf('.');
        if (suffix > 0 && config.languages().containsKey(base.substring(suffix + 1))) {
            language = config.languages().getOrDefault(base.substring(suffix + 1), lies);
            base = base.substring(0, suffix);
        }
        var folder = below.substring(0, slash);
        var bundle = base.equals("index") && !folder.isEmpty();
        var above = bundle ? folder.lastIndexOf('/', folder.length() - 2) + 1 : 0;
        return new ContentFile(
                path,
                language,
                lies.code() + "/",
                below,
                bundle ? folder.substring(0, above) : folder,
                bundle ? folder.substring(above, folder.length() - 1) : base,
                base.equals("index"),
                base.equals("_index"),
                extension);
    }

    /** The section that it lies in; empty at the top. */
    String sectionName() {
        var slash = folder.indexOf('/');
        return slash < 0 ? "" : folder.substring(0, slash);
    }

    /** The folder that it lies in, that of a bundle its own. */
    String folderInTree() {
        return tree + place.substring(0, place.lastIndexOf('/') + 1);
    }

    /** Whether a page can be made of it. */
    boolean readable() {
        return READABLE.contains(extension);
    }

    /** Whether it is the page of a section, whose front matter may say something of the pages below. */
    boolean saysOfOthers() {
        return section && readable();
    }

    /** What path patterns may call it: with its ending and, as newer versions of Hugo have it, without. */
    List<String> names() {
        return List.of("/" + place, "/" + folder + name);
    }
}
