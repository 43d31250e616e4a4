package org.commitcast.notify.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commitcast.adminapi.secret.SealedSecrets;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionDefinition;
import org.commitcast.contentevents.DiscussionState.DiscussionThread;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.notify.channel.Announcement.Submission;
import org.commitcast.notify.discussion.Discussions;
import org.jspecify.annotations.Nullable;

/** Prepares what people submit. */
@ApplicationScoped
public class Submissions {
    private final Discussions discussions;
    private final SubmissionConfig config;
    private final PageTokens tokens;

    Submissions(Discussions discussions, SubmissionConfig config, SealedSecrets secrets) {
        this.discussions = discussions;
        this.config = config;
        this.tokens = new PageTokens(secrets.keyFor("pages on which a thread is given"));
    }

    /** Where the site wants an item submitted that is not discussed there yet. */
    public List<Wanted> wanted(ContentSnapshot item, SiteDefinition site) {
        Set<String> discussed = discussions
                .of(item.contentId())
                .map(state -> state.threads().stream().map(DiscussionThread::platform))
                .orElseGet(Stream::empty)
                .collect(Collectors.toSet());
        return new TreeMap<>(communities(site))
                .keySet().stream()
                        .filter(platform -> !discussed.contains(platform))
                        .flatMap(platform -> on(platform, item, site).stream())
                        .toList();
    }

    /** The submission on one platform; empty where the site does not say enough for the platform's form. */
    Optional<Wanted> on(String platform, ContentSnapshot item, SiteDefinition site) {
        String said = communities(site).get(platform);
        String community = "true".equals(said) ? null : said;
        return SubmitForms.of(platform, community, item.url(), item.title())
                .map(form -> new Wanted(platform, community, form));
    }

    /**
     * The submission with its page.
     *
     * @param nonce the same gives the same page
     * @param since from when on its time counts
     */
    public Submission prepared(Wanted wanted, ContentSnapshot item, String nonce, Instant since) {
        Instant expiresAt = since.plus(config.lifetime()).truncatedTo(ChronoUnit.SECONDS);
        var page = new SignedPage(item.contentId(), wanted.platform(), expiresAt, nonce);
        return new Submission(
                wanted.platform(), wanted.community(), wanted.form().toString(), address(page), expiresAt);
    }

    /** What a page's address says; empty where nobody gave it out. */
    Optional<SignedPage> read(String token) {
        return tokens.read(token);
    }

    private @Nullable String address(SignedPage page) {
        return config.publicUrl()
                .map(URI::toString)
                .map(base -> base.replaceAll("/+$", "") + "/discussions/submit/" + tokens.sign(page))
                .orElse(null);
    }

    private static Map<String, String> communities(SiteDefinition site) {
        return Stream.ofNullable(site.discussions())
                .map(DiscussionDefinition::submit)
                .findFirst()
                .orElse(Map.of());
    }
}
