package org.commitcast.notify.candidate;

import java.util.List;
import org.commitcast.notify.source.FoundThread;

/**
 * A thread that was found, and what is thought of it.
 *
 * @param score from 0 to 100
 * @param reasons what the score is made of, for people
 */
public record Judged(FoundThread thread, int score, List<String> reasons, Verdict verdict) {}
