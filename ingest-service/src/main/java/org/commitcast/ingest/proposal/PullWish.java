package org.commitcast.ingest.proposal;

/**
 * A pull request as it is to be.
 *
 * @param base the branch into which it is to be merged
 */
record PullWish(String branch, String base, String title, String body) {}
