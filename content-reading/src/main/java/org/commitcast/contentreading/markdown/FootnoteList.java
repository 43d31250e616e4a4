package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomBlock;

/** The footnotes at the end of a text. */
final class FootnoteList extends CustomBlock {}
