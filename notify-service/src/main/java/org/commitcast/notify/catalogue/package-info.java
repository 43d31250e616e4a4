/** What the topics say of sites, items and feeds, kept for announcements and discussions. */
@NullMarked
package org.commitcast.notify.catalogue;

import org.jspecify.annotations.NullMarked;
