package org.commitcast.ingest.checkout;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/** A command at the other end of ssh, whose output counts towards a budget. */
final class BoundProcess extends Process {
    private final Process command;
    private final InputStream output;

    BoundProcess(Process command, Budget budget) {
        this.command = command;
        this.output = budget.bound(command.getInputStream());
    }

    @Override
    public OutputStream getOutputStream() {
        return command.getOutputStream();
    }

    @Override
    public InputStream getInputStream() {
        return output;
    }

    @Override
    public InputStream getErrorStream() {
        return command.getErrorStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        return command.waitFor();
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) throws InterruptedException {
        return command.waitFor(timeout, unit);
    }

    @Override
    public int exitValue() {
        return command.exitValue();
    }

    @Override
    public boolean isAlive() {
        return command.isAlive();
    }

    @Override
    public void destroy() {
        command.destroy();
    }
}
