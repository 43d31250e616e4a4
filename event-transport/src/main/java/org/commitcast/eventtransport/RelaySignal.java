package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes the relay when there is something to send, and those who wait for it when it has been sent. */
@ApplicationScoped
class RelaySignal {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Condition sent = lock.newCondition();
    private boolean work;
    private long sendings;

    void wake() {
        lock.lock();
        try {
            work = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when woken since the last call, or after the time. */
    void awaitWork(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (!work && left > 0) {
                left = woken.awaitNanos(left);
            }
            work = false;
        } finally {
            lock.unlock();
        }
    }

    void announceSent() {
        lock.lock();
        try {
            sendings++;
            sent.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Returns when this instance has sent something since the call began, or after the time. */
    void awaitSent(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long seen = sendings;
            long left = atMost.toNanos();
            while (sendings == seen && left > 0) {
                left = sent.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
