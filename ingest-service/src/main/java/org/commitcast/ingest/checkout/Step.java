package org.commitcast.ingest.checkout;

import java.util.List;

/**
 * From one commit to the next.
 *
 * @param commit the later one
 * @param changes by path
 */
public record Step(String commit, List<Change> changes) {}
