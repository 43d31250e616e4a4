/** The rules by which a site is read: its definition over .commitcast.yml over _config.yml over defaults. */
@NullMarked
package org.commitcast.contentreading.site;

import org.jspecify.annotations.NullMarked;
