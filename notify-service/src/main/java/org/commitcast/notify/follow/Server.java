package org.commitcast.notify.follow;

/** One of the servers of a platform. */
record Server(String platform, String host) {
    private static final String BETWEEN = "@";

    /** Its form as a key. */
    String key() {
        return platform + BETWEEN + host;
    }

    static Server of(String key) {
        int end = key.indexOf(BETWEEN);
        return new Server(key.substring(0, end), key.substring(end + 1));
    }
}
