/** What Zola does with its configuration, sections, dates and paths. */
@NullMarked
package org.commitcast.contentreading.zola;

import org.jspecify.annotations.NullMarked;
