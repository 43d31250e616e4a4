package org.commitcast.notify.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Optional;
import org.commitcast.notify.submission.SubmissionHtml.Given;
import org.commitcast.notify.submission.ThreadCheck.Finding;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * A page for one item, on which a thread's address is given once. Whoever has the page's address may do that, nobody is
 * logged in: there is nothing that another site could make a browser do in somebody's name.
 */
@Path("/discussions")
@Produces("text/html; charset=utf-8")
@Blocking
@PermitAll
class SubmissionPageResource {
    /** A site may be called submit as well: what it has there ends with a dot and more. */
    private static final String PAGE = "/submit/{token: [A-Za-z0-9_-]{60,600}}";

    private final OpenPages pages;
    private final PageUses uses;
    private final ThreadCheck check;

    SubmissionPageResource(OpenPages pages, PageUses uses, ThreadCheck check) {
        this.pages = pages;
        this.uses = uses;
        this.check = check;
    }

    @GET
    @Path(PAGE)
    public Response get(@RestPath String token) {
        Optional<OpenPage> page = QuarkusTransaction.requiringNew().call(() -> pages.find(token));
        return page.map(found -> form(200, found, Given.NOTHING)).orElseGet(() -> over(token));
    }

    @POST
    @Path(PAGE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@RestPath String token, @RestForm @Nullable String url, @RestForm @Nullable String sure) {
        Optional<OpenPage> open = QuarkusTransaction.requiringNew().call(() -> pages.find(token));
        if (open.isEmpty()) {
            return over(token);
        }
        OpenPage page = open.get();
        return switch (uses.attempt(token, page.expiresAt())) {
            case USED -> over(token);
            case TOO_MANY ->
                answer(
                        429,
                        SubmissionHtml.message(
                                "Too many attempts", "Ask for another link, or give the thread by REST."));
            case ALLOWED -> take(token, page, Objects.requireNonNullElse(url, ""), "yes".equals(sure));
        };
    }

    private Response take(String token, OpenPage page, String url, boolean sure) {
        String platform = page.wanted().platform();
        Optional<String> thread = ThreadCheck.thread(platform, url);
        if (thread.isEmpty()) {
            String problem =
                    "This is not the address of a thread on " + page.wanted().place()
                            + ". Open the thread in a browser, and copy the address from its address bar.";
            return form(422, page, new Given(url, problem, false));
        }
        Finding finding = check.ask(platform, page.item(), thread.get());
        if (finding == Finding.NOT_NAMED && !sure) {
            return form(422, page, new Given(url, finding.words(platform), true));
        }
        return QuarkusTransaction.requiringNew().call(() -> pages.give(token, page, thread.get()))
                ? answer(200, SubmissionHtml.done(page.item(), platform, thread.get(), finding.words(platform)))
                : over(token);
    }

    /** Says nothing of what the page was for: whoever asks may have found its address anywhere. */
    private Response over(String token) {
        return pages.wasGivenOut(token)
                ? answer(410, SubmissionHtml.message("Over", "This page was used, or its time is over."))
                : answer(404, SubmissionHtml.message("Not found", "There is no page here."));
    }

    private static Response form(int status, OpenPage page, Given given) {
        return answer(status, SubmissionHtml.form(page.item(), page.wanted(), given));
    }

    private static Response answer(int status, String html) {
        return Response.status(status)
                .entity(html)
                .header("Content-Security-Policy", SubmissionHtml.CONTENT_SECURITY_POLICY)
                .header("Cache-Control", "private, no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }
}
