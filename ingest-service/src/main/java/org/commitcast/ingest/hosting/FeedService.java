package org.commitcast.ingest.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commitcast.guardedhttp.AddressGuard;
import org.commitcast.guardedhttp.AddressPolicy;
import org.commitcast.guardedhttp.Answer.Answered;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;
import org.commitcast.ingest.hosting.Listing.Listed;
import org.commitcast.ingest.site.SiteConfig;
import org.commitcast.ingest.storage.StoredJson;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The service that makes the documents, at its address within the deployment, which nobody but the operator says. */
@ApplicationScoped
class FeedService {
    /** It becomes a path in a repository. */
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");

    private final String base;
    private final String token;
    private final GuardedHttp http;
    private final Limits limits;

    FeedService(SiteConfig sites, HostingConfig config, @ConfigProperty(name = "commitcast.admin.token") String token) {
        URI address = sites.feedService().orElse(URI.create("http://localhost"));
        String host = String.valueOf(address.getHost()).replaceAll("[\\[\\]]", "");
        this.base = address.toString().replaceAll("/+$", "");
        this.token = token;
        this.http = new GuardedHttp(new AddressGuard(AddressPolicy.allowing(host)), "Commitcast");
        this.limits = Limits.USUAL.withBytes(
                (int) Math.min(Integer.MAX_VALUE - 1, config.maxBytes().asLongValue()));
    }

    /** All documents of a site. */
    Listing documents(String site) throws NotYetException {
        Answered answer = get(GuardedRequest.get(URI.create(base + "/api/v1/feeds/" + site + "/documents"))
                .with("Authorization", "Bearer " + token));
        JsonNode json = StoredJson.readTree(answer.body().text());
        List<Listed> documents = new ArrayList<>();
        for (JsonNode document : json.path("documents")) {
            String file = document.path("file").asText();
            if (FILE.matcher(file).matches()) {
                documents.add(new Listed(file, document.path("etag").asText()));
            }
        }
        return new Listing(
                json.path("incarnation").asText(),
                json.path("settled").asBoolean(),
                json.path("through").asLong(),
                documents);
    }

    /** A document as readers get it: exactly what was listed, which an instance may have to hear of first. */
    byte[] bytes(String site, Listed document) throws NotYetException {
        Answered answer = get(GuardedRequest.get(URI.create(base + "/feeds/" + site + "/" + document.file()))
                // Also of a feed that has moved: who reads the copy cannot be sent on.
                .with("Commitcast-Copy", "true"));
        if (!answer.headers().first("ETag").filter(document.etag()::equals).isPresent()) {
            throw new NotYetException("feed-service serves another state of " + document.file() + " than it has");
        }
        return answer.body().bytes();
    }

    private Answered get(GuardedRequest request) throws NotYetException {
        Object answer = http.send(request.within(limits))
                .<Object>handle(answered -> answered, refused -> refused.reason(), failed -> failed.reason());
        if (!(answer instanceof Answered answered)) {
            throw new NotYetException("feed-service cannot be asked: " + answer);
        }
        if (answered.status() != 200) {
            throw new NotYetException("feed-service answers " + answered.status());
        }
        if (!answered.body().complete()) {
            throw new NotYetException(
                    "feed-service's answer is not whole, or larger than commitcast.hosting.max-bytes");
        }
        return answered;
    }
}
