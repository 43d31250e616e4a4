package org.commitcast.notify.discussion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.commitcast.notify.address.ThreadAddress;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to threads, in the order in which it came, looked up by any spelling of their addresses and by the ids
 * that all servers know them by. A popular item has many, and they are compared while its row is locked.
 */
final class ByAddress<T> {
    /** By the key of the address under which it came. */
    private final Map<String, T> values = new LinkedHashMap<>();

    /** The same keys by all that a thread is known by. */
    private final Map<String, String> names = new HashMap<>();

    /** Ids by those keys. */
    private final Map<String, String> ids = new HashMap<>();

    static String key(String url) {
        return ThreadAddress.of(url).key();
    }

    /** Adds what is not there; says whether it was not. */
    boolean add(String url, @Nullable String id, T value) {
        String key = key(url);
        if (names.containsKey(key) || (id != null && names.containsKey(key(id)))) {
            return false;
        }
        values.put(key, value);
        names.put(key, key);
        identify(key, id);
        return true;
    }

    private void identify(String key, @Nullable String id) {
        if (id != null) {
            names.putIfAbsent(key(id), key);
            ids.putIfAbsent(key, id);
        }
    }

    boolean contains(String url, @Nullable String id) {
        return find(url, id).isPresent();
    }

    Optional<T> get(String url, @Nullable String id) {
        return find(url, id).map(values::get);
    }

    private Optional<String> find(String url, @Nullable String id) {
        return Optional.ofNullable(names.get(key(url)))
                .or(() -> Optional.ofNullable(id).map(ByAddress::key).map(names::get));
    }

    /** Changes one, which may have another address then; what is not there stays away. */
    void change(String url, @Nullable String id, UnaryOperator<T> change) {
        find(url, id).ifPresent(key -> {
            values.computeIfPresent(key, (any, value) -> change.apply(value));
            names.putIfAbsent(key(url), key);
            identify(key, id);
        });
    }

    /** Takes one out; gives the id that it had. */
    Optional<String> remove(String url, @Nullable String id) {
        return find(url, id).flatMap(key -> {
            values.remove(key);
            names.values().removeIf(key::equals);
            return Optional.ofNullable(ids.remove(key));
        });
    }

    List<T> values() {
        return new ArrayList<>(values.values());
    }

    /** By their addresses the ids of those that have another. */
    Map<String, String> sameAs(Function<T, String> address) {
        Map<String, String> sameAs = new TreeMap<>();
        values.forEach((key, value) -> {
            String id = ids.get(key);
            if (id != null && !key(id).equals(key(address.apply(value)))) {
                sameAs.put(address.apply(value), id);
            }
        });
        return sameAs;
    }
}
