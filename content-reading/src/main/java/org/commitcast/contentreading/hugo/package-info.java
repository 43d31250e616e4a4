/** What Hugo does with its configuration, sections, bundles, dates, permalinks and languages. */
@NullMarked
package org.commitcast.contentreading.hugo;

import org.jspecify.annotations.NullMarked;
