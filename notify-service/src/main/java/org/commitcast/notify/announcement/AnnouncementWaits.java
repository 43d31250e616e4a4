package org.commitcast.notify.announcement;

/** An item's announcement has to pass the gate anew. Worth acting on once the transaction is committed. */
public record AnnouncementWaits(String contentId) {}
