package org.commitcast.ingest.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.inbox.Arrival;
import org.commitcast.ingest.inbox.Inbox;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Takes deliveries: verified, stored, acknowledged, and nothing else within the request. */
@Path("/webhooks/{forge}/{site}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
class WebhookResource {
    private static final String PUSH = "push";
    private static final String PING = "ping";

    private final List<WebhookVerifier> verifiers;
    private final WebhookSecrets secrets;
    private final Inbox inbox;

    WebhookResource(@All List<WebhookVerifier> verifiers, WebhookSecrets secrets, Inbox inbox) {
        this.verifiers = verifiers;
        this.secrets = secrets;
        this.inbox = inbox;
    }

    @POST
    public Response take(@RestPath String forge, @RestPath String site, @Context HttpHeaders http, InputStream in)
            throws IOException, SQLException {
        WebhookVerifier verifier = verifiers.stream()
                .filter(one -> one.forge().equals(forge))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There are no webhooks of " + forge + " here."));
        UnaryOperator<@Nullable String> headers = http::getHeaderString;
        try (RawBody body = RawBody.read(in)) {
            if (!verifier.accepts(headers, body, secrets.of(site))) {
                throw Problem.unauthorized("The delivery is not signed with this site's secret.");
            }
            String event = String.valueOf(verifier.event(headers));
            PushPayload push = isForm(http) ? PushPayload.UNREAD : payload(body);
            if (event.equals(PING)) {
                return Response.ok(Map.of("pong", site)).build();
            }
            String delivery = verifier.delivery(headers);
            String id = delivery == null ? UUID.randomUUID().toString() : delivery;
            if (event.equals(PUSH)) {
                inbox.put(new Arrival(site, forge, id, event, push.ref(), push.after()));
            }
            return Response.accepted(Map.of("delivery", id)).build();
        }
    }

    /** GitHub's other form; what it tells is only a hint, so it need not be unpacked. */
    private static boolean isForm(HttpHeaders http) {
        return MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(http.getMediaType());
    }

    private static PushPayload payload(RawBody body) throws IOException {
        try (InputStream in = body.open()) {
            return PushPayload.read(in);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw Problem.badRequest(
                    "Malformed JSON",
                    "The delivery's body is not JSON, from line %d, column %d."
                            .formatted(place.getLineNr(), place.getColumnNr()));
        }
    }
}
