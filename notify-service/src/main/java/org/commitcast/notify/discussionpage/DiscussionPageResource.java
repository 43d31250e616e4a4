package org.commitcast.notify.discussionpage;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.commitcast.adminapi.problem.Problem;
import org.commitcast.notify.catalogue.StoredJson;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Discussions for everybody. An item is named by its content id, or by any address that it ever had. */
@Path("/discussions")
@Blocking
@PermitAll
class DiscussionPageResource {
    private static final int LONGEST_NAME = 2000;
    private static final String JSON = "application/json";
    private static final String HTML = "text/html; charset=utf-8";

    /** Nothing of it may run or be loaded; whoever likes may show it in a frame. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors *";

    private final DiscussedItems items;
    private final Answers answers;

    DiscussionPageResource(DiscussedItems items, Answers answers) {
        this.items = items;
        this.answers = answers;
    }

    @GET
    @Path("/{site}/{item}.json")
    public Response json(@RestPath String site, @RestPath String item, @Context HttpHeaders request)
            throws SQLException {
        return answer(items.withId(site, item), found -> json(found, request));
    }

    @GET
    @Path("/{site}/{item}.html")
    public Response html(@RestPath String site, @RestPath String item, @Context HttpHeaders request)
            throws SQLException {
        return answer(items.withId(site, item), found -> html(found, request));
    }

    @GET
    @Path("/{site}/by-url.json")
    public Response jsonByUrl(@RestPath String site, @RestQuery @Nullable String url, @Context HttpHeaders request)
            throws SQLException {
        return byUrl(site, url, found -> json(found, request));
    }

    @GET
    @Path("/{site}/by-url.html")
    public Response htmlByUrl(@RestPath String site, @RestQuery @Nullable String url, @Context HttpHeaders request)
            throws SQLException {
        return byUrl(site, url, found -> html(found, request));
    }

    private Response byUrl(String site, @Nullable String url, Function<Discussed, Response> form) throws SQLException {
        if (url == null || url.isBlank() || url.length() > LONGEST_NAME) {
            return answers.problem(
                    Problem.badRequest("Invalid url", "url must be an address that the item has or had, or its guid")
                            .with("field", "url"));
        }
        return answer(items.named(site, url), form);
    }

    private Response answer(Optional<Discussed> item, Function<Discussed, Response> form) {
        if (item.isEmpty()) {
            return answers.problem(Problem.notFound("The site has no such item"));
        }
        return item.get().gone()
                ? answers.problem(Problem.of(410, "Gone", "The item is no longer published"))
                : form.apply(item.get());
    }

    private Response json(Discussed item, HttpHeaders request) {
        String document = StoredJson.write(DiscussionDocument.of(item));
        return Response.fromResponse(answers.document(document, item.at(), request))
                .type(JSON)
                .build();
    }

    private Response html(Discussed item, HttpHeaders request) {
        String fragment = DiscussionFragment.of(DiscussionDocument.of(item), item.language());
        return Response.fromResponse(answers.document(fragment, item.at(), request))
                .type(HTML)
                .header("Content-Security-Policy", CONTENT_SECURITY_POLICY)
                .build();
    }
}
