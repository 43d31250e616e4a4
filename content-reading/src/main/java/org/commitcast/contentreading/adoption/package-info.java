/** The feed that a show had before: its guids win. */
@NullMarked
package org.commitcast.contentreading.adoption;

import org.jspecify.annotations.NullMarked;
