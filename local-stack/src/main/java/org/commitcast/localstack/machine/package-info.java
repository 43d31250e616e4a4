/** What the stack asks of the machine it runs on: ports, a folder, secrets in it, child processes. */
@NullMarked
package org.commitcast.localstack.machine;

import org.jspecify.annotations.NullMarked;
