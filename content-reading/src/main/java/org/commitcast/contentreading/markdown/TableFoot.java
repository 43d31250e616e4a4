package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomNode;

/** The last rows of a table, set apart by a line of equals signs. */
final class TableFoot extends CustomNode {}
