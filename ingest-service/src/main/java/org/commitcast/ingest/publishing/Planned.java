package org.commitcast.ingest.publishing;

import org.commitcast.contentreading.ContentReader;

/** A plan, and the rules that the files were read with for it. */
record Planned(Plan plan, ContentReader rules) {}
