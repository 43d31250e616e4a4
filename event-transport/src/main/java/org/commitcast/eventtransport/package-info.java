/**
 * How events travel between the services and their stores: outbox and relay, reading with stored positions, dead
 * letters, the check of the topics, and catching up of a store that was put back.
 */
@NullMarked
package org.commitcast.eventtransport;

import org.jspecify.annotations.NullMarked;
