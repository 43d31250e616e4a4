package org.commitcast.contentreading.hugo;

/**
 * A language of a site.
 *
 * @param prefix what its pages' paths begin with: empty, or the code with a slash before it
 * @param disabled whether it has no pages
 */
record Language(String code, String prefix, boolean disabled) {}
