package org.commitcast.feed.publishing;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** A feed of a site, as Hibernate identifies it. */
@Embeddable
record DocumentKey(String site, String feed) implements Serializable {}
