package org.patchbay.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings of calls on the disk: {@code portal/call/begin.wav}, where the begin is in milliseconds since 1970. They are
 * A-law of two channels at 8 kHz, so that their size says how long they are. Thread-safe.
 */
@Component(service = RecordingFolder.class, configurationPid = "org.patchbay.calls")
public final class RecordingFolder {

    private static final Logger log = LoggerFactory.getLogger(RecordingFolder.class);
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern BEGIN = Pattern.compile("\\d{1,15}");
    private static final String WAV = ".wav";
    private static final int HEAD = 58;
    private static final int BYTES_PER_MILLISECOND = 16;
    private static final int MOST_OF_A_CALL = 200;

    private final Path folder;

    @Activate
    public RecordingFolder(CallsConfig config) {
        this.folder = Path.of(config.recordings());
    }

    /** The recordings of a call, oldest first. */
    List<CallRecording> of(PortalId portal, CallId call) {
        List<CallRecording> found = new ArrayList<>();
        for (Path file : inside(call(portal, call))) {
            String name = file.getFileName().toString();
            if (name.endsWith(WAV) && found.size() < MOST_OF_A_CALL) {
                read(file, name.substring(0, name.length() - WAV.length())).ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(CallRecording::started));
        return found;
    }

    private static Optional<CallRecording> read(Path file, String begin) {
        if (!BEGIN.matcher(begin).matches()) {
            return Optional.empty();
        }
        try {
            long bytes = Files.size(file);
            long millis = Math.max(0, bytes - HEAD) / BYTES_PER_MILLISECOND;
            return Optional.of(new CallRecording(begin, Instant.ofEpochMilli(Long.parseLong(begin)), millis, bytes));
        } catch (IOException e) {
            log.debug("A recording went while it was looked for: {}", e.getMessage());
            return Optional.empty();
        }
    }

    Path file(PortalId portal, CallId call, CallRecording recording) {
        return call(portal, call).resolve(recording.id() + WAV);
    }

    private Path call(PortalId portal, CallId call) {
        return portal(portal).resolve(checked(call.value()));
    }

    private Path portal(PortalId portal) {
        return folder.resolve(checked(portal.value()));
    }

    /** What is no id is the name of nothing. */
    private static String checked(String id) {
        return ID.matcher(id).matches() ? id : "-";
    }

    /** The calls of a portal of which something is there. */
    List<CallId> calls(PortalId portal) {
        return inside(portal(portal)).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> ID.matcher(name).matches())
                .map(CallId::new)
                .toList();
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes one; what is gone already is gone. */
    void delete(PortalId portal, CallId call, CallRecording recording) {
        delete(file(portal, call, recording));
        if (inside(call(portal, call)).isEmpty()) {
            delete(call(portal, call));
        }
    }

    /** Deletes all of a call. */
    void delete(PortalId portal, CallId call) {
        Path all = call(portal, call);
        inside(all).forEach(RecordingFolder::delete);
        delete(all);
    }

    /** Deletes all of a portal. */
    void erase(PortalId portal) {
        calls(portal).forEach(call -> delete(portal, call));
        inside(portal(portal)).forEach(RecordingFolder::delete);
        delete(portal(portal));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
