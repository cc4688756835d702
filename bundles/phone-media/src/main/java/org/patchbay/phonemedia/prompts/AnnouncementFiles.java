package org.patchbay.phonemedia.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.Announcement;
import org.patchbay.api.phonemedia.Announcements;
import org.patchbay.phonemedia.PhoneMediaConfig;
import org.patchbay.phonemedia.sound.BadWavException;
import org.patchbay.phonemedia.sound.Frame;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;

/** The portals' own sentences as files, {@code portal/any/name.wav} below the folder of prompts. Thread-safe. */
@Component(
        service = {Announcements.class, PortalData.class},
        configurationPid = "org.patchbay.phonemedia")
public final class AnnouncementFiles implements Announcements, PortalData {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PORTAL = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final String WAV = ".wav";
    private static final int LONGEST_NAME = 64;
    private static final int MEGABYTES = 40;
    private static final int LARGEST = MEGABYTES * 1_000_000;
    private static final int MINUTES = 3;
    private static final int MOST_SAMPLES = MINUTES * 60 * Frame.RATE;
    private static final int MOST = 500;
    private static final int PIECE = 8_192;

    private final Optional<Path> folder;

    @Activate
    public AnnouncementFiles(PhoneMediaConfig config) {
        this(config.prompts());
    }

    AnnouncementFiles(String prompts) {
        this.folder =
                Optional.of(prompts.strip()).filter(text -> !text.isEmpty()).map(Path::of);
    }

    private Optional<Path> of(PortalId portal) {
        return folder.filter(below -> PORTAL.matcher(portal.value()).matches())
                .map(below -> below.resolve(portal.value()).resolve(PromptLibrary.OWN));
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
    }

    @Override
    public List<Announcement> list(PortalId portal) {
        return of(portal).map(AnnouncementFiles::inside).orElse(List.of()).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> name.endsWith(WAV))
                .map(name -> name.substring(0, name.length() - WAV.length()))
                .flatMap(name -> find(portal, name).stream())
                .sorted(Comparator.comparing(Announcement::name))
                .toList();
    }

    private static List<Path> inside(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Announcement> find(PortalId portal, String name) {
        return file(portal, name).map(file -> {
            try {
                long bytes = Files.size(file);
                long millis = Math.max(0, bytes - TelephoneWav.HEAD) * 1000 / Frame.RATE;
                Instant changed = Files.getLastModifiedTime(file).toInstant();
                return new Announcement(name, millis, bytes, changed);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public boolean isBuiltIn(String name) {
        return isName(name) && PromptLibrary.has(name, "en");
    }

    @Override
    public Optional<byte[]> builtIn(String name, String language) {
        return isName(name) ? PromptLibrary.file(name, language) : Optional.empty();
    }

    @Override
    public Optional<Path> file(PortalId portal, String name) {
        return isName(name)
                ? of(portal).map(own -> own.resolve(name + WAV)).filter(Files::isRegularFile)
                : Optional.empty();
    }

    @Override
    public Announcement put(PortalId portal, String name, InputStream wav) {
        if (!isName(name)) {
            throw Problem.INVALID.at("/name", "prompt.name", "must be small letters, digits and dashes, to 64");
        }
        Path own = of(portal)
                .orElseThrow(() -> Problem.UNAVAILABLE.because(
                        "announcement.no-folder", "This server has no folder for announcements"));
        if (file(portal, name).isEmpty() && inside(own).size() >= MOST) {
            throw Problem.LIMITED.because(
                    "announcement.too-many", "There are too many announcements", Map.of("most", MOST));
        }
        Path sent = own.resolve(Ids.next() + ".sent");
        Path made = own.resolve(Ids.next() + ".made");
        try {
            try {
                Files.createDirectories(own);
                take(wav, sent);
                convert(sent, made);
                Files.move(
                        made,
                        own.resolve(name + WAV),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(sent);
                Files.deleteIfExists(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return find(portal, name).orElseThrow();
    }

    private static void take(InputStream wav, Path sent) throws IOException {
        try (OutputStream out = Files.newOutputStream(sent)) {
            byte[] piece = new byte[PIECE];
            long total = 0;
            int count = wav.read(piece);
            while (count >= 0) {
                total += count;
                if (total > LARGEST) {
                    throw Problem.TOO_LARGE.because(
                            "announcement.too-large",
                            "The file is larger than " + MEGABYTES + " MB",
                            Map.of("most", MEGABYTES));
                }
                out.write(piece, 0, count);
                count = wav.read(piece);
            }
        }
    }

    private static void convert(Path sent, Path made) throws IOException {
        int samples;
        try {
            samples = TelephoneWav.write(sent, made, MOST_SAMPLES);
        } catch (BadWavException e) {
            String code =
                    "announcement." + e.fault().name().toLowerCase(Locale.ROOT).replace('_', '-');
            throw Problem.INVALID.at("/file", code, String.valueOf(e.getMessage()));
        }
        if (samples == 0) {
            throw Problem.INVALID.at("/file", "announcement.no-sound", "This WAV file has no sound");
        }
        if (samples > MOST_SAMPLES) {
            throw Problem.INVALID.at(
                    "/file",
                    "announcement.too-long",
                    "must be at most " + MINUTES + " minutes",
                    Map.of("most", MINUTES));
        }
    }

    @Override
    public boolean delete(PortalId portal, String name) {
        return file(portal, name).map(AnnouncementFiles::deleted).orElse(false);
    }

    private static boolean deleted(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return "announcements";
    }

    @Override
    public void export(PortalId portal, DataSink out) {
        list(portal).forEach(one -> out.put("announcement", one));
    }

    @Override
    public void erase(PortalId portal) {
        of(portal).ifPresent(own -> {
            inside(own).forEach(AnnouncementFiles::deleted);
            deleted(own);
        });
    }
}
