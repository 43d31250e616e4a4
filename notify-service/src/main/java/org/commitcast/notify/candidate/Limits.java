package org.commitcast.notify.candidate;

/**
 * How much must speak for a thread.
 *
 * @param accept from which score on it is taken by itself
 * @param propose from which score on it is shown to people at all
 */
record Limits(int accept, int propose) {}
