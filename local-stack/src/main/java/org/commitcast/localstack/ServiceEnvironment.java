package org.commitcast.localstack;

import java.util.Map;
import java.util.TreeMap;
import org.commitcast.localstack.database.DatabaseAccess;
import org.commitcast.localstack.machine.DataFolder;
import org.commitcast.localstack.service.Service;

/** The settings of each service, under the names that it reads from its environment. */
record ServiceEnvironment(StackSettings settings, DataFolder data, StackSecrets secrets, Backends backends) {

    Map<String, String> of(Service service) {
        DatabaseAccess database = backends.database().apply(service.id());
        Map<String, String> environment = new TreeMap<>();
        environment.put("COMMITCAST_KAFKA", backends.kafka());
        environment.put("COMMITCAST_DATABASE_URL", database.url());
        environment.put("COMMITCAST_DATABASE_USER", database.user());
        environment.put("COMMITCAST_DATABASE_PASSWORD", database.password());
        environment.put("COMMITCAST_HTTP_HOST", settings.host());
        environment.put("COMMITCAST_HTTP_PORT", "" + service.httpPort(settings.portBase()));
        environment.put("COMMITCAST_MANAGEMENT_PORT", "" + service.managementPort(settings.portBase()));
        environment.put("COMMITCAST_ADMIN_TOKEN", secrets.token());
        environment.put("COMMITCAST_SECRETS_KEY", secrets.key());
        environment.put("COMMITCAST_PUBLIC_URL", url(service));
        environment.put("COMMITCAST_FEED_SERVICE_URL", url(Service.FEED));
        environment.put("COMMITCAST_DATA", data.folder(service.id()).toString());
        environment.put("COMMITCAST_CREATE_TOPICS", "true");
        environment.put("COMMITCAST_ALLOW_LOCAL_REPOSITORIES", "true");
        environment.put("COMMITCAST_ALLOW_ADDRESSES", "loopback");
        // Health and metrics are for this machine only, whatever address the services listen on.
        environment.put("QUARKUS_MANAGEMENT_HOST", StackSettings.LOOPBACK);
        environment.putAll(settings.overrides().getOrDefault(service, Map.of()));
        return environment;
    }

    String url(Service service) {
        boolean everywhere =
                settings.host().equals("0.0.0.0") || settings.host().equals("::");
        String host = everywhere ? StackSettings.LOOPBACK : settings.host();
        return "http://%s:%d"
                .formatted(host.contains(":") ? "[" + host + "]" : host, service.httpPort(settings.portBase()));
    }
}
