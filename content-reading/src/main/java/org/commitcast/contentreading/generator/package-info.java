/** What reading a document needs to know of the tool that makes a site's pages; each tool's rules are its own package. */
@NullMarked
package org.commitcast.contentreading.generator;

import org.jspecify.annotations.NullMarked;
