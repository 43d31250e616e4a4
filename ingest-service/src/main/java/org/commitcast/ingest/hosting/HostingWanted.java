package org.commitcast.ingest.hosting;

/** There is a site whose branch is to be looked at. */
record HostingWanted() {}
