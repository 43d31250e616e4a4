package org.commitcast.feed.serving;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Compressed bodies that readers ask for now, in so much memory and no more. */
@ApplicationScoped
class HotBodies {
    /** What an entry takes beside its bytes, about. */
    private static final int OVERHEAD = 256;

    private final Cache<DocumentKey, Hot> bodies;

    private static final class Hot {
        private final String etag;
        private final byte[] gzip;

        Hot(DocumentBody body) {
            etag = body.etag();
            gzip = body.gzip();
        }
    }

    HotBodies(ServingConfig config, MeterRegistry metrics) {
        bodies = Caffeine.newBuilder()
                .maximumWeight(config.hotBodiesBytes())
                .<DocumentKey, Hot>weigher((key, hot) -> OVERHEAD + hot.gzip.length)
                // In the thread that adds one: there is no other to wait for.
                .executor(Runnable::run)
                .build();
        metrics.gauge("commitcast.feed.hot.bodies", bodies, cache -> (double) cache.estimatedSize());
    }

    /** The compressed bytes of exactly this state of the document, if they are here. */
    byte @Nullable [] find(ServedDocument document) {
        BodyFacts facts = document.body();
        Hot hot = bodies.getIfPresent(document.key());
        return facts != null && hot != null && hot.etag.equals(facts.etag()) ? hot.gzip : null;
    }

    void put(DocumentKey key, DocumentBody body) {
        bodies.put(key, new Hot(body));
    }

    void remove(DocumentKey key) {
        bodies.invalidate(key);
    }
}
