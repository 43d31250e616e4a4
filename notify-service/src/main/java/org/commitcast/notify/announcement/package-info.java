/** What is news, and the ledger of what was said where. */
@NullMarked
package org.commitcast.notify.announcement;

import org.jspecify.annotations.NullMarked;
