/** Errors of the REST interface: problem details for HTTP APIs, RFC 9457. */
@NullMarked
package org.commitcast.adminapi.problem;

import org.jspecify.annotations.NullMarked;
