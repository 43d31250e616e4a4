package org.commitcast.feedrendering.document;

/**
 * What stands around a document's items, UTF-8.
 *
 * @param head up to the first item
 * @param separator between two items
 * @param tail after the last item
 */
@SuppressWarnings("ArrayRecordComponent") // Nothing compares shells; they are written at once.
public record FeedShell(byte[] head, byte[] separator, byte[] tail) {}
