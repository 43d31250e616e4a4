/** What administrators see and ask for over REST, and what the health checks say. */
@NullMarked
package org.commitcast.feed.administration;

import org.jspecify.annotations.NullMarked;
