package org.commitcast.ingest.adoption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.commitcast.contentreading.adoption.AdoptedFeed;
import org.commitcast.contentreading.adoption.AdoptedItem;
import org.commitcast.contentreading.adoption.FeedItems;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedHttp;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;
import org.commitcast.ingest.checkout.CheckoutConfig;
import org.commitcast.ingest.publishing.SiteAtWork;
import org.commitcast.ingest.receipt.FindingLog;
import org.commitcast.ingest.receipt.FindingLog.Origin;

/** Takes over the guids of the feed that a show has been published by until now. */
@ApplicationScoped
public class Adoption {
    private final GuardedHttp http;
    private final AdoptionConfig limits;
    private final CheckoutConfig checkout;
    private final AdoptedItems items;
    private final FindingLog findings;

    Adoption(
            GuardedHttp http, AdoptionConfig limits, CheckoutConfig checkout, AdoptedItems items, FindingLog findings) {
        this.http = http;
        this.limits = limits;
        this.checkout = checkout;
        this.items = items;
        this.findings = findings;
    }

    /**
     * Reads the feed that a site adopts, for its import.
     *
     * @throws AdoptionFailedException where it cannot be read
     */
    public void begin(SiteAtWork site) throws AdoptionFailedException, SQLException {
        URI address = site.statement().adopt();
        List<AdoptedItem> found = address == null ? List.of() : read(address);
        items.replace(site, found);
    }

    /** What is left of that feed: the items that no document is yet. */
    public AdoptedFeed open(SiteAtWork site) throws SQLException {
        return new AdoptedFeed(site.statement().adopt() == null ? List.of() : items.open(site));
    }

    private List<AdoptedItem> read(URI address) throws AdoptionFailedException {
        try {
            List<AdoptedItem> found = FeedItems.read(bytes(address));
            if (found.isEmpty()) {
                throw new AdoptionFailedException("There are no items in the feed to adopt (" + address + ").");
            }
            return found;
        } catch (XMLStreamException e) {
            throw new AdoptionFailedException("What is to be adopted is not a feed (" + address + ").", e);
        }
    }

    private byte[] bytes(URI address) throws AdoptionFailedException {
        if ("file".equals(address.getScheme())) {
            return fileBytes(address);
        }
        int most = Math.toIntExact(limits.maxBytes().asLongValue());
        GuardedRequest request = GuardedRequest.get(address)
                .following(5)
                .within(Limits.USUAL.withTotal(limits.timeout()).withBytes(most));
        Answer answer = http.send(request);
        String problem =
                answer.handle(answered -> problem(answered, most), Answer.Refused::reason, Answer.Failed::reason);
        if (!problem.isEmpty()) {
            throw new AdoptionFailedException("The feed to adopt cannot be read: " + problem + ".");
        }
        return answer.handle(answered -> answered.body().bytes(), refused -> new byte[0], failed -> new byte[0]);
    }

    private static String problem(Answer.Answered answered, int most) {
        if (answered.status() != 200) {
            return "it answered " + answered.status();
        } else if (answered.body().complete()) {
            return "";
        }
        return answered.body().size() == most
                ? "it is larger than " + most / 1024 + " KiB (commitcast.adoption.max-bytes)"
                : "it did not come in whole (commitcast.adoption.timeout)";
    }

    private byte[] fileBytes(URI address) throws AdoptionFailedException {
        if (!checkout.allowLocal()) {
            throw new AdoptionFailedException("Feeds on this machine's disk are not allowed here.");
        }
        try {
            return Files.readAllBytes(Path.of(address));
        } catch (IOException | IllegalArgumentException e) {
            throw new AdoptionFailedException("The feed to adopt cannot be read (" + address + ").", e);
        }
    }

    /** Says which items of the feed no document is. */
    @Transactional(rollbackOn = Exception.class)
    public void report(SiteAtWork site) throws SQLException {
        findings.replaceAll(site.name(), site.incarnation(), Origin.ADOPTION, AdoptedFeed.unmatched(items.open(site)));
    }
}
