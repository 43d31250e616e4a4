package org.commitcast.notify.channel;

/** A channel was saved. Told within the transaction. */
public record ChannelChanged(ChannelRow channel) {}
