/** Who may use the admin interface. */
@NullMarked
package org.commitcast.adminapi.access;

import org.jspecify.annotations.NullMarked;
