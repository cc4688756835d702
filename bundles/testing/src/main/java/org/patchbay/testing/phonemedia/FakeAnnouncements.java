package org.patchbay.testing.phonemedia;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.Announcement;
import org.patchbay.api.phonemedia.Announcements;

/** Announcements of which only the names and sizes are kept. Thread-safe. */
public final class FakeAnnouncements implements Announcements {

    private record Key(PortalId portal, String name) {}

    private final Map<Key, Announcement> kept = new ConcurrentHashMap<>();
    private final Set<String> builtIn;

    /** Those that come with the server. */
    public FakeAnnouncements(String... builtIn) {
        this.builtIn = Set.of(builtIn);
    }

    @Override
    public List<Announcement> list(PortalId portal) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(Announcement::name))
                .toList();
    }

    @Override
    public boolean isBuiltIn(String name) {
        return builtIn.contains(name);
    }

    @Override
    public Optional<byte[]> builtIn(String name, String language) {
        return Optional.of(name).filter(builtIn::contains).map(one -> (one + ' ' + language).getBytes(UTF_8));
    }

    @Override
    public Optional<Path> file(PortalId portal, String name) {
        return Optional.ofNullable(kept.get(new Key(portal, name))).map(one -> Path.of(portal.value(), one.name()));
    }

    @Override
    public Announcement put(PortalId portal, String name, InputStream wav) {
        try {
            int bytes = wav.readAllBytes().length;
            var one = new Announcement(name, bytes / 8, bytes, Instant.EPOCH);
            kept.put(new Key(portal, name), one);
            return one;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean delete(PortalId portal, String name) {
        return kept.remove(new Key(portal, name)) != null;
    }
}
