/** The front matter of a document: found, read, and edited without touching any other byte. */
@NullMarked
package org.commitcast.contentreading.frontmatter;

import org.jspecify.annotations.NullMarked;
