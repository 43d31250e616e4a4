package org.commitcast.contentreading.generator;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.commitcast.contentreading.yaml.YamlMap;

/**
 * What the address of a document's page is made of.
 *
 * @param values as {@link Generator#values} gives them
 * @param date as it is stated, in its own zone
 * @param zone the site's
 */
public record PageSource(String path, YamlMap values, String title, ZonedDateTime date, ZoneId zone) {}
