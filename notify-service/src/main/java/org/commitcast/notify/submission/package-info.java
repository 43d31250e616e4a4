/** What only people can do: submit an item where we cannot post, and give the thread's address afterwards. */
@NullMarked
package org.commitcast.notify.submission;

import org.jspecify.annotations.NullMarked;
