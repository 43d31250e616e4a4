/** Hacker News: searched by Algolia, followed at Firebase. */
@NullMarked
package org.commitcast.notify.source.hackernews;

import org.jspecify.annotations.NullMarked;
