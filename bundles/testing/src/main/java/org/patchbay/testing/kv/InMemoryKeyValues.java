package org.patchbay.testing.kv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.kv.KeyValues;

/** Key values in a map, with the limits of the real ones. */
public final class InMemoryKeyValues implements KeyValues {

    private static final int MAX_KEY = 200;
    private static final int MAX_VALUE_BYTES = 64 * 1024;

    private final Map<Space, NavigableMap<String, String>> spaces = new ConcurrentHashMap<>();
    private final int maxKeys;

    public InMemoryKeyValues() {
        this(10_000);
    }

    /** With a smaller limit, for tests of the limit. */
    public InMemoryKeyValues(int maxKeys) {
        this.maxKeys = maxKeys;
    }

    @Override
    public Optional<String> get(PortalId portal, String space, String key) {
        return Optional.ofNullable(space(portal, space).get(key));
    }

    @Override
    public void put(PortalId portal, String space, String key, String value) {
        if (key.isEmpty() || key.length() > MAX_KEY) {
            throw Problem.INVALID.at("/key", "kv.key", "must have 1 to " + MAX_KEY + " characters");
        }
        if (value.getBytes(UTF_8).length > MAX_VALUE_BYTES) {
            throw Problem.TOO_LARGE.because("kv.value", "A value may have " + MAX_VALUE_BYTES + " bytes");
        }
        NavigableMap<String, String> entries = space(portal, space);
        if (!entries.containsKey(key) && entries.size() >= maxKeys) {
            throw Problem.LIMITED.because("kv.full", "A space may have " + maxKeys + " keys");
        }
        entries.put(key, value);
    }

    @Override
    public void remove(PortalId portal, String space, String key) {
        space(portal, space).remove(key);
    }

    @Override
    public Page<String> keys(PortalId portal, String space, String prefix, PageRequest page) {
        List<String> found = space(portal, space).tailMap(prefix, true).keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .filter(key ->
                        page.after().map(after -> key.compareTo(after) > 0).orElse(true))
                .limit(page.limit() + 1L)
                .toList();
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), OptionalLong.empty());
        }
        List<String> items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(items.get(page.limit() - 1)), OptionalLong.empty());
    }

    private NavigableMap<String, String> space(PortalId portal, String space) {
        return spaces.computeIfAbsent(new Space(portal, space), any -> new ConcurrentSkipListMap<>());
    }

    private record Space(PortalId portal, String name) {}
}
