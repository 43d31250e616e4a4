package org.commitcast.localstack.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program of its own, to be killed by a test: starts a child, prints the child's process id and waits. */
final class ParentThatDies {

    private ParentThatDies() {}

    public static void main(String[] arguments) throws InterruptedException {
        SupervisedProcess child = SupervisedProcess.start(new SupervisedProcess.Command(
                List.of("sleep", "600"), Map.of(), Path.of(arguments[0]), "TERM", Duration.ofSeconds(5)));
        System.out.println(child.handle().pid());
        Thread.currentThread().join();
    }
}
