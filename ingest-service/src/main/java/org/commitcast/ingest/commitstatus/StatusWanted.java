package org.commitcast.ingest.commitstatus;

/** There are statuses to be sent. */
record StatusWanted() {}
