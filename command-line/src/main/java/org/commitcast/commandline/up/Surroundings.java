package org.commitcast.commandline.up;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.commitcast.localstack.service.Service;

/**
 * What the environment says of the place where the stack runs, under the names that the services and
 * {@code docker-compose.yml} know as well. The stack knows only this machine.
 */
record Surroundings(Map<String, String> environment) {
    private static final String PUBLIC_URL = "COMMITCAST_PUBLIC_URL";
    private static final String ALLOWED = "COMMITCAST_ALLOW_ADDRESSES";

    /** Variables that take the place of the stack's own. */
    Map<Service, Map<String, String>> variables() {
        Map<Service, Map<String, String>> all = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            all.put(service, of(service));
        }
        return all;
    }

    private Map<String, String> of(Service service) {
        Map<String, String> variables = new HashMap<>();
        String own = said("COMMITCAST_%s_URL".formatted(service.name()));
        String url = own.isEmpty() ? said(PUBLIC_URL) : own;
        if (!url.isEmpty()) {
            variables.put(PUBLIC_URL, url);
        }
        if (!said(ALLOWED).isEmpty()) {
            // Beside this machine, where the stack's own parts and a first try of the owner are.
            variables.put(ALLOWED, "loopback," + said(ALLOWED));
        }
        return variables;
    }

    private String said(String name) {
        return environment.getOrDefault(name, "").strip();
    }
}
