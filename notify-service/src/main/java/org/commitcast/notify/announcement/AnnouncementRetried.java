package org.commitcast.notify.announcement;

/** A person had an announcement sent again on a channel. Worth acting on once the transaction is committed. */
public record AnnouncementRetried(String channel) {}
