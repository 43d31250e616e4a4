package org.commitcast.ingest.checkout;

import java.io.File;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** Keeps the user's and the system's Git configuration out: it could name hooks, filters, proxies or helpers. */
final class IsolatedSystemReader extends SystemReader {
    private final SystemReader system;

    private IsolatedSystemReader(SystemReader system) {
        this.system = system;
    }

    /** Is in force from now on for all uses of JGit in this process. */
    static void install() {
        if (!(SystemReader.getInstance() instanceof IsolatedSystemReader)) {
            SystemReader.setInstance(new IsolatedSystemReader(SystemReader.getInstance()));
        }
    }

    @Override
    public String getHostname() {
        return "localhost";
    }

    @Override
    public @Nullable String getenv(String variable) {
        return variable.startsWith("GIT_") || variable.startsWith("XDG_") || variable.equals("HOME")
                ? null
                : system.getenv(variable);
    }

    @Override
    public String getProperty(String key) {
        return system.getProperty(key);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new NoConfig(parent, fs);
    }

    @Override
    @SuppressWarnings("deprecation")
    public long getCurrentTime() {
        return System.currentTimeMillis();
    }

    @Override
    @SuppressWarnings("deprecation")
    public int getTimezone(long when) {
        return 0;
    }

    private static final class NoConfig extends FileBasedConfig {
        NoConfig(Config parent, FS fs) {
            super(parent, new File("no-configuration"), fs);
        }

        @Override
        public void load() {
            // There is none.
        }

        @Override
        public void save() {
            // JGit would keep here what it has measured of the file system, below a folder that may be read-only.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
