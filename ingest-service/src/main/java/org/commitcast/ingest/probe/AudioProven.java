package org.commitcast.ingest.probe;

/** The audio that the document at a path claims is there; fired in the transaction that notes it. */
public record AudioProven(String site, String incarnation, String path) {}
