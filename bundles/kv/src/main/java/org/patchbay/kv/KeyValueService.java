package org.patchbay.kv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.kv.KeyValues;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.kv.store.EntryStore;
import org.patchbay.kv.store.EntryStore.Entry;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** Keeps values within their limits. */
@Component(service = {KeyValues.class, PortalData.class})
public final class KeyValueService implements KeyValues, PortalData {

    private static final int MAX_SPACE = 100;
    private static final int MAX_KEY = 200;
    private static final int MAX_VALUE_BYTES = 64 * 1024;
    private static final int MAX_KEYS = 10_000;

    private final EntryStore entries;
    private final UnitOfWork unit;
    private final int maxKeys;

    @Activate
    public KeyValueService(@Reference EntryStore entries, @Reference UnitOfWork unit) {
        this(entries, unit, MAX_KEYS);
    }

    KeyValueService(EntryStore entries, UnitOfWork unit, int maxKeys) {
        this.entries = entries;
        this.unit = unit;
        this.maxKeys = maxKeys;
    }

    @Override
    public String name() {
        return "kv";
    }

    @Override
    public Optional<String> get(PortalId portal, String space, String key) {
        return entries.get(portal, space, key);
    }

    @Override
    public void put(PortalId portal, String space, String key, String value) {
        check(space, key, value);
        try {
            unit.run(() -> write(portal, space, key, value));
        } catch (PatchbayException e) {
            if (e.problem() != Problem.CONFLICT) {
                throw e;
            }
            // Somebody else added the key between our look and our write: now it is there to be changed.
            unit.run(() -> write(portal, space, key, value));
        }
    }

    @Override
    public void remove(PortalId portal, String space, String key) {
        entries.remove(portal, space, key);
    }

    @Override
    public Page<String> keys(PortalId portal, String space, String prefix, PageRequest page) {
        List<String> found = entries.keys(portal, space, prefix, page.after(), page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty(), OptionalLong.empty());
        }
        List<String> items = found.subList(0, page.limit());
        return new Page<>(items, Optional.of(items.get(page.limit() - 1)), OptionalLong.empty());
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        List<Entry> found = entries.entries(portal, "", PageRequest.MAX_LIMIT);
        while (!found.isEmpty()) {
            found.forEach(entry ->
                    out.put("value", Map.of("space", entry.space(), "key", entry.key(), "value", entry.value())));
            found = entries.entries(portal, found.get(found.size() - 1).id(), PageRequest.MAX_LIMIT);
        }
    }

    @Override
    public void erase(PortalId portal) {
        entries.erase(portal);
    }

    private void write(PortalId portal, String space, String key, String value) {
        if (entries.change(portal, space, key, value)) {
            return;
        }
        if (entries.count(portal, space) >= maxKeys) {
            throw Problem.LIMITED.because("kv.full", "A space may have " + maxKeys + " keys");
        }
        entries.add(portal, space, key, value);
    }

    private static void check(String space, String key, String value) {
        if (space.isEmpty() || space.length() > MAX_SPACE || hasNul(space)) {
            throw Problem.INVALID.at("/space", "kv.space", "must have 1 to " + MAX_SPACE + " characters");
        }
        if (key.isEmpty() || key.length() > MAX_KEY || hasNul(key)) {
            throw Problem.INVALID.at("/key", "kv.key", "must have 1 to " + MAX_KEY + " characters");
        }
        if (hasNul(value)) {
            throw Problem.INVALID.at("/value", "kv.value", "must not contain the character NUL");
        }
        if (value.getBytes(UTF_8).length > MAX_VALUE_BYTES) {
            throw Problem.TOO_LARGE.because("kv.value", "A value may have " + MAX_VALUE_BYTES + " bytes");
        }
    }

    private static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
