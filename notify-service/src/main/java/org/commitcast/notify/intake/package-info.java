/** Takes in events from the topics, and what a restored store must learn of its own. */
@NullMarked
package org.commitcast.notify.intake;

import org.jspecify.annotations.NullMarked;
