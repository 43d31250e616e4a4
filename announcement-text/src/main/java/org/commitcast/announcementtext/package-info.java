/** Writes the text of an announcement from a template with fixed keys, counted and cut as the platform counts. */
@NullMarked
package org.commitcast.announcementtext;

import org.jspecify.annotations.NullMarked;
