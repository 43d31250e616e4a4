package org.commitcast.contentevents;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which record a CloudEvents type is read as, and whether a record is whole. */
final class EventTypes {
    private static final Map<String, Class<? extends Event>> FORMS = Map.of(
            "org.commitcast.site.defined.v1", SiteState.class,
            "org.commitcast.site.imported.v1", SiteState.class,
            "org.commitcast.site.removed.v1", SiteState.class,
            "org.commitcast.content.published.v1", ContentSnapshot.class,
            "org.commitcast.content.revised.v1", ContentSnapshot.class,
            "org.commitcast.content.withdrawn.v1", ContentSnapshot.class,
            "org.commitcast.transcript.recorded.v1", TranscriptState.class,
            "org.commitcast.feed.rendered.v1", FeedState.class,
            "org.commitcast.announcement.recorded.v1", AnnouncementState.class,
            "org.commitcast.discussions.recorded.v1", DiscussionState.class);

    /** Asked for with each record: reflection finds it out once. */
    private static final ClassValue<List<RecordComponent>> REQUIRED = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> form) {
            return Arrays.stream(form.getRecordComponents())
                    .filter(component -> component.getAnnotatedType().getAnnotation(Nullable.class) == null)
                    .filter(component -> !component.getType().isPrimitive())
                    .toList();
        }
    };

    private EventTypes() {}

    static @Nullable Class<? extends Event> formOf(String type) {
        return FORMS.get(type);
    }

    /** The first component that is required and not there, or null. Jackson leaves it null without a word. */
    static @Nullable String missingPart(Event event) {
        for (RecordComponent component : REQUIRED.get(event.getClass())) {
            if (read(component, event) == null) {
                return component.getName();
            }
        }
        return null;
    }

    private static @Nullable Object read(RecordComponent component, Event event) {
        try {
            return component.getAccessor().invoke(event);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("record " + event.type() + " cannot be read", e);
        }
    }
}
