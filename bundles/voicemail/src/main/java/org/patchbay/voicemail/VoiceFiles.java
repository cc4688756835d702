package org.patchbay.voicemail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.voicemail.box.Greeting;
import org.patchbay.voicemail.sound.WavFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sound of messages and greetings on the disk: {@code portal/extension/message.wav}. Thread-safe. */
@Component(service = VoiceFiles.class, configurationPid = "org.patchbay.voicemail")
public final class VoiceFiles {

    private static final Logger log = LoggerFactory.getLogger(VoiceFiles.class);
    private static final Pattern SOUND = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String INCOMING = "incoming";
    private static final long MEGABYTE = 1_000_000;
    private static final int LARGEST_GREETING = 8_000_000;
    private static final long LONGEST_GREETING = 120_000;

    private final Path folder;
    private final long keptFree;

    @Activate
    public VoiceFiles(VoicemailConfig config) {
        this.folder = Path.of(config.folder());
        this.keptFree = config.freeMegabytes() * MEGABYTE;
    }

    private Path portal(PortalId portal) {
        return folder.resolve(checked(portal.value()));
    }

    private Path box(PortalId portal, String extension) {
        return portal(portal).resolve(checked(extension));
    }

    private static String checked(String name) {
        if (!SOUND.matcher(name).matches()) {
            throw Problem.NOT_FOUND.because("voicemail.unknown", "There is no such mailbox");
        }
        return name;
    }

    /** Where the sound of a message is. */
    public Path message(PortalId portal, String extension, String id) {
        return box(portal, extension).resolve(checked(id) + ".wav");
    }

    private Path greetingPath(PortalId portal, String extension, Greeting greeting) {
        return box(portal, extension).resolve("greeting-" + greeting.word() + ".wav");
    }

    /** A greeting that there is. */
    public Optional<Path> greeting(PortalId portal, String extension, Greeting greeting) {
        return Optional.of(greetingPath(portal, extension, greeting)).filter(Files::isRegularFile);
    }

    /** Whether the disk has room for a message. */
    public boolean hasRoom() {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace() >= keptFree;
        } catch (IOException e) {
            log.warn("The folder of voicemail cannot be used: {}", e.getMessage());
            return false;
        }
    }

    /** A file that is not there yet, for what is being recorded. */
    public Path fresh(PortalId portal) {
        try {
            return Files.createDirectories(portal(portal).resolve(INCOMING)).resolve(Ids.next() + ".wav");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what was recorded as a message, whole or not at all. */
    public WavFile keep(PortalId portal, String extension, String id, Path recorded) throws IOException {
        Path target = message(portal, extension, id);
        Files.createDirectories(target.getParent());
        return whole(target, part -> WavFile.left(recorded, part));
    }

    /** Keeps what was recorded as a greeting. */
    public void keepGreeting(PortalId portal, String extension, Greeting greeting, Path recorded) throws IOException {
        Path target = greetingPath(portal, extension, greeting);
        Files.createDirectories(target.getParent());
        whole(target, part -> WavFile.left(recorded, part));
    }

    /** Keeps a file that was sent as a greeting; INVALID for one that cannot be played, TOO_LARGE for a large one. */
    public void keepGreeting(PortalId portal, String extension, Greeting greeting, InputStream sent) {
        Path target = greetingPath(portal, extension, greeting);
        try {
            Files.createDirectories(target.getParent());
            whole(target, part -> {
                byte[] bytes = sent.readNBytes(LARGEST_GREETING + 1);
                if (bytes.length > LARGEST_GREETING) {
                    throw Problem.TOO_LARGE.because("voicemail.greeting-large", "The greeting is larger than 8 MB");
                }
                Files.write(part, bytes);
                return requirePlayable(part);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WavFile requirePlayable(Path part) {
        try {
            WavFile wav = WavFile.read(part);
            if (wav.isPlayable() && wav.millis() > 0 && wav.millis() <= LONGEST_GREETING) {
                return wav;
            }
        } catch (IOException e) {
            log.debug("A greeting cannot be read: {}", e.getMessage());
        }
        throw Problem.INVALID.because(
                "voicemail.greeting-format", "The greeting must be a WAV file (PCM or G.711) of at most two minutes");
    }

    /** Makes a file beside its place and moves it there when it is whole. */
    private static WavFile whole(Path target, Maker maker) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            WavFile made = maker.make(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return made;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Makes a file. */
    private interface Maker {
        WavFile make(Path file) throws IOException;
    }

    /** Copies a message to another mailbox. */
    public void copy(PortalId portal, Path message, String extension, String id) throws IOException {
        Path target = message(portal, extension, id);
        Files.createDirectories(target.getParent());
        Files.copy(message, target);
    }

    public boolean delete(PortalId portal, String extension, Greeting greeting) {
        return delete(greetingPath(portal, extension, greeting));
    }

    /** Deletes a file; one that cannot be deleted is logged. */
    public boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("A file of voicemail cannot be deleted: {}", e.getMessage());
            return false;
        }
    }

    /** Deletes everything of a mailbox. */
    public void erase(PortalId portal, String extension) {
        deleteAll(box(portal, extension));
    }

    /** Deletes everything of a portal. */
    public void erase(PortalId portal) {
        deleteAll(portal(portal));
    }

    private void deleteAll(Path tree) {
        try (Stream<Path> files = Files.walk(tree, 3)) {
            List<Path> deepest = files.sorted(Comparator.reverseOrder()).toList();
            deepest.forEach(this::delete);
        } catch (NoSuchFileException e) {
            log.debug("Nothing is there of {}", tree.getFileName());
        } catch (IOException e) {
            log.warn("Files of voicemail cannot be deleted: {}", e.getMessage());
        }
    }
}
