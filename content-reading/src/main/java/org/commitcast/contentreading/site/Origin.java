package org.commitcast.contentreading.site;

/** Who said a setting's effective value; the earlier one wins. */
public enum Origin {
    /** The site's definition, by REST or file. */
    DEFINITION("definition"),
    /** {@code .commitcast.yml} in the repository. */
    REPOSITORY(".commitcast.yml"),
    /** The generator's configuration, or the files themselves. */
    GENERATOR("repository"),
    /** The file that names the host to GitHub Pages and others of its kind. */
    HOST("CNAME"),
    /** Nobody. */
    DEFAULT("default");

    private final String label;

    Origin(String label) {
        this.label = label;
    }

    /** As shown to people. */
    public String label() {
        return label;
    }
}
