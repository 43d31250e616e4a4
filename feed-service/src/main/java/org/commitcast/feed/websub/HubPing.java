package org.commitcast.feed.websub;

import java.net.URI;
import java.time.Duration;

/**
 * What a hub is to be told.
 *
 * @param topic the address under which readers know the feed
 * @param change which of the feed's changes was the last when this was taken up
 * @param tries how often the hub was told of it, this time included
 * @param age how long ago that change was
 */
record HubPing(String site, String file, URI hub, URI topic, long change, int tries, Duration age) {}
