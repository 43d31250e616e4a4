package org.commitcast.contentreading.hugo;

import java.util.Locale;
import java.util.Optional;

/**
 * A path below a content folder, taken apart.
 *
 * @param contentFolder with a closing slash
 * @param folder from the content folder on, with a closing slash, or empty; that of a bundle is the one above it
 * @param name without language and ending; that of a bundle is its folder's
 * @param index whether it is the page of its folder
 */
record ContentFile(
        String path,
        Language language,
        String contentFolder,
        String folder,
        String name,
        boolean index,
        boolean section,
        String extension) {

    /** Empty if the path lies in no content folder. */
    static Optional<ContentFile> of(String path, HugoConfig config) {
        Language lies = null;
        for (var language : config.languages().values()) {
            var longer = lies == null
                    || language.contentFolder().length() > lies.contentFolder().length();
            var same = lies != null
                    && language.contentFolder().equals(lies.contentFolder())
                    && language.code().equals(config.defaultLanguage());
            if (path.startsWith(language.contentFolder()) && (longer || same)) {
                lies = language;
            }
        }
        return lies == null ? Optional.empty() : Optional.of(of(path, lies, config));
    }

    private static ContentFile of(String path, Language lies, HugoConfig config) {
        var below = path.substring(lies.contentFolder().length());
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
                lies.contentFolder(),
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
}
