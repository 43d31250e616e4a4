/** Reddit, by way of an application of the deployment's own. */
@NullMarked
package org.commitcast.notify.source.reddit;

import org.jspecify.annotations.NullMarked;
