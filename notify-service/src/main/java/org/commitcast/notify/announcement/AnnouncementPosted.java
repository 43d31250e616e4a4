package org.commitcast.notify.announcement;

import org.commitcast.contentevents.AnnouncementState;

/**
 * An announcement has an address of its own on its channel. Fired in the transaction that settles it, and again with
 * everything that becomes of it.
 *
 * @param url where it was put
 * @param there whether it still is
 */
public record AnnouncementPosted(AnnouncementState announcement, String url, boolean there) {}
