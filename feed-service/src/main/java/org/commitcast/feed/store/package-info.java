/** What the topics say, kept by site: definitions, items with their rendered form, discussions, transcripts. */
@NullMarked
package org.commitcast.feed.store;

import org.jspecify.annotations.NullMarked;
