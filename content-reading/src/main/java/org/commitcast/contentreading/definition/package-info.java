/** What a site's owner says of it beside the settings that its repository may say as well. */
@NullMarked
package org.commitcast.contentreading.definition;

import org.jspecify.annotations.NullMarked;
