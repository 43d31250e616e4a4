package org.commitcast.notify.gate;

/** A site has pages to look at. Worth acting on once the transaction is committed. */
record PageDue(String site) {}
