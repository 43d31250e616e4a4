/** How events travel: outbox and relay, reading state topics, dead letters, topic checks, catching up after a restore. */
@NullMarked
package org.commitcast.eventtransport;

import org.jspecify.annotations.NullMarked;
