package org.commitcast.ingest.probe;

/** There is audio to be looked at. */
record ProbesWanted() {}
