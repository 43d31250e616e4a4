package org.commitcast.feed;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.DiscussionState;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.FeedState;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.Topic;
import org.commitcast.contentevents.TranscriptState;
import org.commitcast.feed.serving.Bodies;
import org.commitcast.feedrendering.FeedComposer;
import org.commitcast.feedrendering.ItemRenderer;
import org.commitcast.feedrendering.RenderedItem;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.ItemAddresses;
import org.commitcast.feedrendering.document.ItemInputs;
import org.commitcast.feedrendering.document.ItemSettings;
import org.commitcast.localstack.LocalBackends;
import org.jspecify.annotations.Nullable;

/** A site on the topics, and what was told of its feeds, that the store knows nothing of when the service starts. */
public final class PublishedBefore implements QuarkusTestResourceLifecycleManager {
    static final long REVISION = 7;

    static Show show() {
        return Show.named("published-before").withFeed(closed());
    }

    /** A site with a feed of a name that the database cannot hold. */
    static Show unpublishable() {
        return Show.named("unpublishable")
                .withFeed(new FeedDefinition("quay\u0000", List.of(Kind.EPISODE), null, null, null));
    }

    static FeedDefinition closed() {
        return new FeedDefinition(
                "sailing",
                List.of(Kind.EPISODE),
                null,
                null,
                null,
                List.of(),
                List.of("sailing"),
                null,
                null,
                false,
                null,
                null,
                true);
    }

    /** The feed by the pure function, beside every store. */
    static byte[] expectedPodcast() {
        Show show = show();
        FeedDefinition podcast = show.definition().feeds().get(0);
        URI url = URI.create("https://commitcast.example" + show.podcastPath());
        DiscussionState discussed = show.discussed(1, 1, "https://reddit.example/1");
        List<RenderedItem> newestFirst = new ArrayList<>();
        ItemRenderer items = new ItemRenderer();
        ItemAddresses addresses = new ItemAddresses(URI.create("https://commitcast.example" + show.path("")));
        ItemInputs spoken = new ItemInputs(spoken(), null, transcript(), addresses, ItemSettings.of(show.definition()));
        items.render(spoken, FeedFormat.RSS, false).sortInto(newestFirst, new ArrayList<>());
        items.render(show.episode(1).snapshot(), discussed).sortInto(newestFirst, new ArrayList<>());
        ByteArrayOutputStream feed = new ByteArrayOutputStream();
        try {
            new FeedComposer().compose(show.definition(), podcast, url, newestFirst.iterator(), feed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return feed.toByteArray();
    }

    static ContentSnapshot spoken() {
        return show().episode(2)
                .spokenIn("said-before")
                .chapters("Start", "End")
                .snapshot();
    }

    static TranscriptState transcript() {
        return show().transcript("said-before", 1, "Good evening.");
    }

    @Override
    public Map<String, String> start() {
        createTopics();
        Show show = show();
        Topics.send(
                told("podcast", Kind.EPISODE, Bodies.of(expectedPodcast()).etag(), 2),
                told("blog", Kind.POST, null, 0),
                show.defined(1),
                spoken(),
                transcript(),
                show.episode(1).snapshot(),
                show.episode(3).withdrawn().snapshot(),
                show.discussed(1, 1, "https://reddit.example/1"),
                show.imported(2, 3),
                unpublishable().defined(1),
                unpublishable().imported(2, 0));
        return Map.of();
    }

    private static FeedState told(String feed, Kind kind, @Nullable String etag, int items) {
        Show show = show();
        String url = "https://commitcast.example/feeds/" + show.site + "/" + feed + ".rss";
        return new FeedState(
                show.site,
                show.incarnation,
                feed,
                REVISION,
                url,
                url,
                etag,
                3,
                items,
                List.of(kind),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Show.NOON,
                List.of());
    }

    /** As the service itself would make them; it may not have run yet. */
    private static void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalBackends.bootstrapServers()))) {
            List<NewTopic> missing = new ArrayList<>();
            for (Topic topic : Topic.values()) {
                if (!admin.listTopics().names().get().contains(topic.topicName())) {
                    missing.add(new NewTopic(topic.topicName(), Optional.of(Topic.PARTITIONS), Optional.empty())
                            .configs(Map.of("cleanup.policy", "compact")));
                }
            }
            admin.createTopics(missing).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        // The topics end with the JVM.
    }
}
