package org.commitcast.localstack.service;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to run one service.
 *
 * @param application the jar that runs it, with what it needs beside it
 * @param environment what it reads its settings from; holds secrets
 * @param log the file that its output is appended to
 * @param managementPort where it answers {@code /q/health/ready}
 */
public record ServiceSettings(
        Service service, Path application, Map<String, String> environment, Path log, int managementPort) {

    @Override
    public String toString() {
        return service.module() + " from " + application;
    }
}
