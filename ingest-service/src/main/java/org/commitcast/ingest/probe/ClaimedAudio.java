package org.commitcast.ingest.probe;

import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentreading.finding.Position;

/**
 * What a document claims of its audio.
 *
 * @param place where it names it
 */
public record ClaimedAudio(String path, Position place, Enclosure enclosure) {}
