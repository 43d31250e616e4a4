/** What pages embed from elsewhere, as links to where it is. */
@NullMarked
package org.commitcast.contentreading.embed;

import org.jspecify.annotations.NullMarked;
