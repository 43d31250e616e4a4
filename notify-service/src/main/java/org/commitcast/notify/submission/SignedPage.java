package org.commitcast.notify.submission;

import java.time.Instant;

/**
 * What the address of a page says: for one item and one platform, until then.
 *
 * @param nonce tells pages apart that are alike otherwise
 */
record SignedPage(String item, String platform, Instant expiresAt, String nonce) {}
