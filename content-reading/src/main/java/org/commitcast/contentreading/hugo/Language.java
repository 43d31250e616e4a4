package org.commitcast.contentreading.hugo;

/**
 * A language of a site.
 *
 * @param contentFolder where its documents lie, with a closing slash
 * @param prefix what its pages' paths begin with: empty, or the code with a slash before it
 * @param disabled whether it has no pages
 */
record Language(String code, String contentFolder, String prefix, boolean disabled) {}
