package org.commitcast.commandline.up;

import java.util.ArrayList;
import java.util.List;
import org.commitcast.localstack.StackSettings;
import org.commitcast.localstack.StartedStack;
import org.commitcast.localstack.service.Service;

/** The one line that scripts wait for. */
record ReadyLine(StackSettings settings, StartedStack stack) {

    String text() {
        List<String> words = new ArrayList<>(List.of("READY"));
        for (Service service : settings.services()) {
            words.add(service.id() + "=" + stack.url(service));
        }
        if (settings.services().size() < Service.values().length) {
            words.add("kafka=" + stack.kafka());
            words.add("database=" + stack.database(Service.INGEST).server());
        }
        words.add(token());
        return String.join(" ", words);
    }

    private String token() {
        // Under systemd this line goes to the journal, which more people read than may administer.
        boolean serviceManager = System.getenv("INVOCATION_ID") != null;
        return serviceManager ? "token-file=" + stack.tokenFile() : "token=" + stack.token();
    }
}
