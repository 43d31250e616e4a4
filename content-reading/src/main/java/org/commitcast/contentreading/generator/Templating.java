package org.commitcast.contentreading.generator;

/** The language of templates that a tool resolves in texts. */
public enum Templating {
    /** Tags and outputs: {@code {% tag %}}, {@code {{ name }}}. */
    LIQUID,
    /** Hugo's {@code {{< name >}}} and {@code {{% name %}}}. */
    HUGO_SHORTCODES,
    /** Zola's {@code {{ name() }}} and {@code {% name() %}}. */
    ZOLA_SHORTCODES,
    NONE
}
