/** What the admin interfaces of all services do alike: bearer tokens, problem+json, sealed secrets. */
@NullMarked
package org.commitcast.adminapi;

import org.jspecify.annotations.NullMarked;
