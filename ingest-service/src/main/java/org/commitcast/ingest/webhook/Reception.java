package org.commitcast.ingest.webhook;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.ingest.inbox.Arrival;
import org.commitcast.ingest.inbox.Inbox;
import org.commitcast.ingest.site.WebhookSecret;
import org.jspecify.annotations.Nullable;

/** What becomes of a delivery: verified, stored, acknowledged, and nothing else within the request. */
@ApplicationScoped
class Reception {
    private final Inbox inbox;
    private final WebhookCounts counts;

    Reception(Inbox inbox, WebhookCounts counts) {
        this.inbox = inbox;
        this.counts = counts;
    }

    Response take(WebhookVerifier verifier, Hook hook, Delivery delivery) throws IOException, SQLException {
        verify(verifier, hook, delivery);
        PushPayload payload = payload(verifier, delivery);
        WebhookEvent event = verifier.event(delivery, payload);
        return switch (event.meaning()) {
            case PING -> Response.ok(Map.of("pong", hook.name())).build();
            case OTHER -> Response.ok(Map.of("ignored", event.name())).build();
            case PUSH -> store(verifier, hook, delivery, event, payload);
        };
    }

    /** Tries every secret, also after one has fitted, so that the time tells nothing. */
    private void verify(WebhookVerifier verifier, Hook hook, Delivery delivery) {
        WebhookSecret fitting = null;
        for (WebhookSecret secret : hook.secrets()) {
            boolean accepted = verifier.accepts(delivery, secret.value());
            fitting = accepted && fitting == null ? secret : fitting;
        }
        if (fitting == null && !verifier.acceptsUnsigned(delivery)) {
            throw unproven(verifier);
        }
        counts.accepted(verifier.forge(), hook, fitting);
    }

    /** The delivery may be anybody's. */
    RuntimeException unproven(WebhookVerifier verifier) {
        counts.refused(verifier.forge());
        return Problem.unauthorized("The delivery is not signed with a secret that is known here.");
    }

    private Response store(
            WebhookVerifier verifier, Hook hook, Delivery delivery, WebhookEvent event, PushPayload payload)
            throws IOException, SQLException {
        refuseWithout(delivery);
        String id = DeliveryId.of(verifier.id(delivery), delivery.body());
        List<String> sites = hook.sites().apply(payload.repositories());
        if (sites.isEmpty()) {
            return Response.ok(Map.of("ignored", "No site reads from this repository."))
                    .build();
        }
        inbox.put(sites.stream()
                .map(site -> new Arrival(site, verifier.forge(), id, event.name(), payload.ref(), payload.after()))
                .toList());
        return Response.accepted(Map.of("delivery", id)).build();
    }

    private static void refuseWithout(Delivery delivery) throws IOException {
        List<String> required = delivery.generic().required();
        Set<String> missing = RequiredFields.missing(required, delivery.payload());
        if (!missing.isEmpty()) {
            throw Problem.badRequest("Missing fields", "The delivery lacks " + String.join(", ", missing) + ".");
        }
    }

    private static PushPayload payload(WebhookVerifier verifier, Delivery delivery) throws IOException {
        try (InputStream in = delivery.payload()) {
            return PayloadReader.read(in);
        } catch (JsonProcessingException e) {
            boolean isPush = verifier.event(delivery, PushPayload.NOTHING).meaning() == WebhookEvent.Meaning.PUSH;
            if (isPush && verifier.alwaysSendsJson()) {
                throw malformed(e.getLocation());
            }
            return PushPayload.NOTHING;
        } catch (FormField.MalformedFormException e) {
            throw Problem.badRequest("Malformed form", "The delivery's form is not well encoded.");
        }
    }

    private static Problem malformed(@Nullable JsonLocation place) {
        return Problem.badRequest(
                "Malformed JSON",
                place == null
                        ? "The delivery's body is not JSON."
                        : "The delivery's body is not JSON, from line %d, column %d."
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }
}
