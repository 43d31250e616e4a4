package org.commitcast.notify.announcement;

/** A channel has something to send. Worth acting on once the transaction is committed. */
public record AnnouncementDue(String channel) {}
