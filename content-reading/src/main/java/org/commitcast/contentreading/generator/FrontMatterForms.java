package org.commitcast.contentreading.generator;

/** The forms of front matter that a tool takes. */
public enum FrontMatterForms {
    /** YAML between {@code ---} lines, the first one at the very beginning. */
    YAML_AT_START,
    /** YAML, TOML between {@code +++} lines, or a JSON object; blank lines may stand before it. */
    ANY,
    /** The same, and a document may have none. */
    OPTIONAL
}
