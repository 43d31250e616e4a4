package org.commitcast.adminapi.access;

import io.smallrye.config.ConfigMapping;

/** The first admin's token. */
@ConfigMapping(prefix = "commitcast.admin")
interface AdminAccess {

    /** What a client sends as {@code Authorization: Bearer}. */
    String token();
}
