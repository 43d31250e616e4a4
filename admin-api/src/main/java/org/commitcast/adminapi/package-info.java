/** What the admin interfaces of all services do alike; one package for each such thing. */
@NullMarked
package org.commitcast.adminapi;

import org.jspecify.annotations.NullMarked;
