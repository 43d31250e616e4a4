/** Reads content repositories: front matter, Markdown, kinds, generators' rules, transcripts, findings. */
@NullMarked
package org.commitcast.contentreading;

import org.jspecify.annotations.NullMarked;
