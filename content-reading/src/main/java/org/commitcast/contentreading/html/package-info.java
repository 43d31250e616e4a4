/** HTML on its way out: policies, absolute links, plain text, characters that XML forbids. */
@NullMarked
package org.commitcast.contentreading.html;

import org.jspecify.annotations.NullMarked;
