package org.commitcast.ingest.publishing;

/** A plan, and the rules that the files were read with for it. */
record Planned(Plan plan, SiteRules rules) {}
