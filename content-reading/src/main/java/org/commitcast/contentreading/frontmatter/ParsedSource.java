package org.commitcast.contentreading.frontmatter;

/**
 * A text file taken apart.
 *
 * @param hasFrontMatter whether there are fences at all, even around nothing
 * @param body what follows, with line feeds as the only line ends
 * @param bodyLine the number of its first line in the file
 * @param returns whether its lines end with a carriage return too
 */
public record ParsedSource(
        boolean hasFrontMatter, FrontMatter frontMatter, String body, int bodyLine, boolean returns) {}
