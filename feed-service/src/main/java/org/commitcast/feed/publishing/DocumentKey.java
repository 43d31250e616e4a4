package org.commitcast.feed.publishing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import org.commitcast.feedrendering.document.FeedFormat;

/** A feed of a site in one format, as Hibernate identifies it. */
@Embeddable
record DocumentKey(String site, String feed, @Enumerated(EnumType.STRING) FeedFormat format) implements Serializable {}
