package org.commitcast.localstack.service;

import java.util.Locale;

/** The three services. */
public enum Service {
    INGEST(1),
    FEED(2),
    NOTIFY(3);

    private static final int MANAGEMENT = 1000;

    private final int offset;

    Service(int offset) {
        this.offset = offset;
    }

    /** Its short name, which is that of its database as well. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of its module. */
    public String module() {
        return id() + "-service";
    }

    public int httpPort(int portBase) {
        return portBase + offset;
    }

    public int managementPort(int portBase) {
        return httpPort(portBase) + MANAGEMENT;
    }
}
