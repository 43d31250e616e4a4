/** The feed that a show had before: its guids win. */
@NullMarked
package org.commitcast.ingest.adoption;

import org.jspecify.annotations.NullMarked;
