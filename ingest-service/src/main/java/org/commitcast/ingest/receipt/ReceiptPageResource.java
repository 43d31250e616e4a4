package org.commitcast.ingest.receipt;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import org.commitcast.adminapi.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

/** A receipt as a page for people, without a login: whoever has the address may see it. */
@Path("/receipts/{token}")
@Blocking
@PermitAll
class ReceiptPageResource {
    private final ReceiptPages pages;
    private final ReceiptReader receipts;

    ReceiptPageResource(ReceiptPages pages, ReceiptReader receipts) {
        this.pages = pages;
        this.receipts = receipts;
    }

    @GET
    @Produces("text/html; charset=utf-8")
    public Response get(@RestPath String token) throws SQLException {
        Optional<ReceiptPages.Key> key = pages.find(token);
        Optional<ReceiptView> receipt = key.isEmpty()
                ? Optional.empty()
                : receipts.find(
                        key.get().site(), key.get().incarnation(), key.get().commit());
        ReceiptView found = receipt.orElseThrow(() -> Problem.notFound("There is no receipt here, or not any more."));
        return Response.ok(ReceiptHtml.of(found))
                .header("Content-Security-Policy", ReceiptHtml.CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "private, no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }
}
