/**
 * The contract between the services: every topic and record, as sealed records in Java and CloudEvents 1.0 (binary
 * mode, JSON data) on the wire. The wire stays open: unknown fields are ignored, unknown types are reported as such.
 */
@NullMarked
package org.commitcast.contentevents;

import org.jspecify.annotations.NullMarked;
