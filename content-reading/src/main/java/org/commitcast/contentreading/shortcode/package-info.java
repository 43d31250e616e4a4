/** Hugo's and Zola's shortcodes in texts, resolved without running anything. */
@NullMarked
package org.commitcast.contentreading.shortcode;

import org.jspecify.annotations.NullMarked;
