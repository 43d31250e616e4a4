package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomBlock;

/** Terms and what is said of them. */
final class DefinitionList extends CustomBlock {}
