/** What documents are made of: the feed that is to be written, its formats and pages, and the items with all that they say. */
@NullMarked
package org.commitcast.feedrendering.document;

import org.jspecify.annotations.NullMarked;
