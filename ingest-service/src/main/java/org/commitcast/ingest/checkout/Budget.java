package org.commitcast.ingest.checkout;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.ProgressMonitor;
import org.jspecify.annotations.Nullable;

/**
 * What one exchange with a repository may take. JGit limits neither time nor bytes by itself: the budget is asked at
 * every object, and at every read where bytes come over a connection.
 */
final class Budget implements ProgressMonitor {
    private final long deadline;
    private final String ofTime;
    private final long maxBytes;
    private final int maxObjects;
    private long bytes;
    private volatile @Nullable String exceeded;

    /** @param ofTime which setting the time is */
    Budget(Duration time, String ofTime, long maxBytes, int maxObjects) {
        this.deadline = System.nanoTime() + time.toNanos();
        this.ofTime = ofTime;
        this.maxBytes = maxBytes;
        this.maxObjects = maxObjects;
    }

    /** Which limit ended it; null if none did. */
    @Nullable String exceeded() {
        return isCancelled() ? exceeded : null;
    }

    /** How much of its time is left. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    InputStream bound(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                spend(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                spend(Math.max(count, 0));
                return count;
            }
        };
    }

    private void spend(int count) throws IOException {
        bytes += count;
        if (bytes > maxBytes) {
            exceeded = "The repository sent more than " + maxBytes / (1024 * 1024)
                    + " MiB (commitcast.checkout.max-bytes).";
        }
        if (isCancelled()) {
            throw new IOException("limit exceeded");
        }
    }

    /** What the server says of its own work is counted in units of its own, and nothing to go by. */
    @Override
    public void beginTask(@Nullable String title, int totalWork) {
        boolean remote = title != null && title.startsWith(JGitText.get().prefixRemote);
        if (!remote && totalWork > maxObjects) {
            exceeded = "The repository has more than " + maxObjects
                    + " objects to fetch (commitcast.checkout.max-objects).";
        }
    }

    @Override
    public boolean isCancelled() {
        if (exceeded == null && System.nanoTime() - deadline > 0) {
            exceeded = "The repository did not finish sending in time (" + ofTime + ").";
        }
        return exceeded != null;
    }

    @Override
    public void start(int totalTasks) {}

    @Override
    public void update(int completed) {}

    @Override
    public void endTask() {}

    @Override
    public void showDuration(boolean enabled) {}
}
