/** PostgreSQL as a child process, from the embedded binaries. */
@NullMarked
package org.commitcast.localstack.database;

import org.jspecify.annotations.NullMarked;
