package org.commitcast.feed.store;

/** When anything that an item is made of last changed. */
final class LatestChange {
    private LatestChange() {}

    /** As SQL, for an item under that name in a statement: its own time, that of its discussions, and its transcript's. */
    static String of(String item) {
        return """
                greatest(%1$s.occurred_at,
                    (select d.occurred_at from discussion d
                     where d.site = %1$s.site and d.incarnation = %1$s.incarnation and d.content_id = %1$s.content_id),
                    (select t.occurred_at from item_source s join transcript t
                         on t.site = s.site and t.incarnation = s.incarnation and t.content_id = s.transcript
                     where s.site = %1$s.site and s.incarnation = %1$s.incarnation and s.content_id = %1$s.content_id))"""
                .formatted(item);
    }
}
