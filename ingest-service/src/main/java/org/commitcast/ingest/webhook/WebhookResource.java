package org.commitcast.ingest.webhook;

import io.quarkus.arc.All;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
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
import java.util.concurrent.Semaphore;
import org.commitcast.adminapi.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

/** Takes deliveries. The forge is the one that the address names, never guessed: they imitate one another's headers. */
@Path("/webhooks/{forge}")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@PermitAll
class WebhookResource {
    private static final int LARGE_AT_ONCE = 4;

    private final Semaphore large = new Semaphore(LARGE_AT_ONCE);
    private final List<WebhookVerifier> verifiers;
    private final Hooks hooks;
    private final Reception reception;

    WebhookResource(@All List<WebhookVerifier> verifiers, Hooks hooks, Reception reception) {
        this.verifiers = verifiers;
        this.hooks = hooks;
        this.reception = reception;
    }

    /** Of a hook that belongs to one site. */
    @POST
    @Path("{site}")
    public Response takeForSite(
            @RestPath String forge, @RestPath String site, @Context HttpHeaders http, InputStream in)
            throws IOException, SQLException {
        return take(verifier(forge), hooks.ofSite(site), http, in);
    }

    /** Of a hook of an organisation or an App. */
    @POST
    public Response takeForAll(@RestPath String forge, @Context HttpHeaders http, InputStream in)
            throws IOException, SQLException {
        return take(verifier(forge), hooks.ofDeployment(), http, in);
    }

    private Response take(WebhookVerifier verifier, Hook hook, HttpHeaders http, InputStream in)
            throws IOException, SQLException {
        var proofs = verifier.proofs(hook.generic());
        if (!proofs.isEmpty()
                && proofs.stream().allMatch(name -> values(http, name).isEmpty())) {
            throw reception.unproven(verifier);
        }
        try (RawBody body = RawBody.read(in, large)) {
            return reception.take(verifier, hook, new Delivery(name -> values(http, name), body, hook.generic()));
        }
    }

    private static List<String> values(HttpHeaders http, String name) {
        List<String> values = http.getRequestHeader(name);
        return values == null ? List.of() : values;
    }

    private WebhookVerifier verifier(String forge) {
        return verifiers.stream()
                .filter(one -> one.forge().equals(forge))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There are no webhooks of this forge here."));
    }
}
