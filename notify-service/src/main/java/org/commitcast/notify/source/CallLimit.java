package org.commitcast.notify.source;

import java.time.Duration;

/** At most so many calls in any such time. */
public record CallLimit(int calls, Duration in) {}
