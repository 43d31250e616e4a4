/** Tells hubs that feeds have changed, once every instance serves the new bytes, until they acknowledge it (WebSub). */
@NullMarked
package org.commitcast.feed.websub;

import org.jspecify.annotations.NullMarked;
