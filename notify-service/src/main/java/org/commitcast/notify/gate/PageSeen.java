package org.commitcast.notify.gate;

/** An item's page answers now. Fired in the transaction that stores it. */
public record PageSeen(String contentId) {}
