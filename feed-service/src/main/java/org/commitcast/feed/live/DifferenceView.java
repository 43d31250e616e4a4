package org.commitcast.feed.live;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import org.commitcast.feeddifference.FeedDifference;

/** A difference, with where the other feed was read. */
record DifferenceView(URI publicUrl, boolean equal, @JsonUnwrapped FeedDifference difference) {}
