package org.commitcast.notify.channel;

/** A channel is no more. Told within the transaction. */
public record ChannelRemoved(String channel) {}
