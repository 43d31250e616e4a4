package org.commitcast.contentreading.markdown;

import org.commonmark.node.CustomBlock;

/** A term that a definition list explains. */
final class DefinitionTerm extends CustomBlock {}
