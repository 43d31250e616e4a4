/** feed-service: keeps its store from the topics, renders feeds at batch ends, serves them. */
@NullMarked
package org.commitcast.feed;

import org.jspecify.annotations.NullMarked;
