package org.commitcast.feed.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Sites whose feeds do not keep up, and why: said once in the log, and in the health as long as it lasts. */
@ApplicationScoped
public class Setbacks {
    private static final Logger LOG = Logger.getLogger(Setbacks.class);
    private static final int MOST_NAMED = 10;

    private final Map<String, String> reasons = new ConcurrentSkipListMap<>();

    /** Says whether this is news. */
    public boolean note(String site, String reason) {
        boolean news = !reason.equals(reasons.put(site, reason));
        if (news) {
            LOG.warnf("feeds do not keep up (site %s): %s", site, reason);
        }
        return news;
    }

    void over(String site) {
        reasons.remove(site);
    }

    /** For people; {@code none} where all is well. */
    public String summary() {
        String named = reasons.entrySet().stream()
                .limit(MOST_NAMED)
                .map(setback -> setback.getKey() + ": " + setback.getValue())
                .collect(Collectors.joining("; "));
        return named.isEmpty() ? "none" : named;
    }
}
