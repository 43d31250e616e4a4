/** Discussions for everybody: as JSON for programs, and as a piece of HTML to put under an item's page. */
@NullMarked
package org.commitcast.notify.discussionpage;

import org.jspecify.annotations.NullMarked;
