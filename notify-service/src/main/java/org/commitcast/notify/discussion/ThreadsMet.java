package org.commitcast.notify.discussion;

import java.util.Set;

/**
 * Somebody met threads of an item again, and nothing said that they are over. Fired in the transaction that knows of it.
 *
 * @param urls as the item has them
 * @param byPerson whether a person meant them, and not a search
 */
public record ThreadsMet(String contentId, Set<String> urls, boolean byPerson) {}
