package org.commitcast.notify.submission;

import java.time.Instant;
import org.commitcast.contentevents.ContentSnapshot;

/** A page that can be used. */
record OpenPage(ContentSnapshot item, Wanted wanted, Instant expiresAt) {}
