/** One of the three services as a child process. */
@NullMarked
package org.commitcast.localstack.service;

import org.jspecify.annotations.NullMarked;
