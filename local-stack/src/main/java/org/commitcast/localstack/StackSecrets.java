package org.commitcast.localstack;

import java.nio.file.Path;
import org.commitcast.localstack.machine.DataFolder;
import org.commitcast.localstack.machine.SecretFile;

/**
 * Made once per data folder and kept.
 *
 * @param token what the REST administration asks for
 * @param tokenFile where the token is kept
 * @param key the key that the services seal stored secrets with
 */
record StackSecrets(String token, Path tokenFile, String key) {

    private static final int BYTES = 32;

    static StackSecrets of(DataFolder data) {
        Path folder = data.folder("secrets");
        Path tokenFile = folder.resolve("admin-token");
        return new StackSecrets(
                SecretFile.token(tokenFile, BYTES), tokenFile, SecretFile.key(folder.resolve("sealing-key"), BYTES));
    }

    @Override
    public String toString() {
        return "secrets beside " + tokenFile;
    }
}
