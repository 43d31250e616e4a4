package org.commitcast.adminapi.secret;

import io.smallrye.config.ConfigMapping;

/** The key under which secrets are sealed. */
@ConfigMapping(prefix = "commitcast.secrets")
interface SecretsKey {

    /** 32 random bytes in Base64. Who loses it must enter all secrets again. */
    String key();
}
