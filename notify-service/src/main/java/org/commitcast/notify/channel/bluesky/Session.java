package org.commitcast.notify.channel.bluesky;

/**
 * An account's open session. Its text form holds no token.
 *
 * @param did the account's own name, which stays when its handle changes
 * @param renewAt by {@link System#nanoTime}, well before the access token ends
 */
record Session(String did, String access, String refresh, long renewAt) {

    boolean isFresh() {
        return System.nanoTime() - renewAt < 0;
    }

    @Override
    public String toString() {
        return "session of " + did;
    }
}
