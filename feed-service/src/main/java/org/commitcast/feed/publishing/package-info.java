/** Composes feeds at batch ends, stores them, tells of them, and hands them to serving after the commit. */
@NullMarked
package org.commitcast.feed.publishing;

import org.jspecify.annotations.NullMarked;
