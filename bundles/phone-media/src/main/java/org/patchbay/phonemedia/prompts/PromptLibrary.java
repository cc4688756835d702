package org.patchbay.phonemedia.prompts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.Prompt;
import org.patchbay.phonemedia.sound.AlawSource;
import org.patchbay.phonemedia.sound.FileSource;
import org.patchbay.phonemedia.sound.Music;
import org.patchbay.phonemedia.sound.SilenceSource;
import org.patchbay.phonemedia.sound.Source;
import org.patchbay.phonemedia.sound.ToneSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the sound of prompts. A portal's own files, {@code <portal>/<language>/<name>.wav}, for every language
 * {@code <portal>/any/<name>.wav}, and {@code <portal>/music.wav} below the folder of prompts, come before those in the jar.
 * Thread-safe.
 */
public final class PromptLibrary {

    private static final Logger log = LoggerFactory.getLogger(PromptLibrary.class);
    /** The folder of sentences in every language. */
    public static final String OWN = "any";

    private static final Set<String> LANGUAGES = Set.of("en", "de", "es", "fr");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_NAME = 64;
    private static final int MOST_DIGITS = 64;
    private static final byte[] NOTHING = {};

    private final Map<String, byte[]> loaded = new ConcurrentHashMap<>();
    private final @Nullable Path folder;
    private final Executor files;
    private volatile byte @Nullable [] music;

    /**
     * Reads files on threads of the executor.
     *
     * @param folder of the portals' own prompts; null for none
     */
    public PromptLibrary(@Nullable Path folder, Executor files) {
        this.folder = folder;
        this.files = files;
    }

    /** The sounds of a prompt, one after the other; empty for one that there is not. */
    public List<Source> open(PortalId portal, Prompt prompt) {
        if (prompt instanceof Prompt.Sentence sentence) {
            return List.of(sentence(portal, sentence.name(), sentence.language()));
        }
        if (prompt instanceof Prompt.Digits digits) {
            return digits(portal, digits);
        }
        if (prompt instanceof Prompt.File file) {
            return List.of(new FileSource(file.path(), files));
        }
        if (prompt instanceof Prompt.Tone tone) {
            return List.of(ToneSource.of(tone));
        }
        if (prompt instanceof Prompt.Silence silence) {
            return List.of(new SilenceSource(silence.length()));
        }
        return List.of(music(portal));
    }

    private List<Source> digits(PortalId portal, Prompt.Digits digits) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_DIGITS, digits.digits().length()); i++) {
            char digit = digits.digits().charAt(i);
            String name =
                    switch (digit) {
                        case '*' -> "star";
                        case '#' -> "pound";
                        case '+' -> "plus";
                        default -> digit >= '0' && digit <= '9' ? "digit-" + digit : "";
                    };
            if (!name.isEmpty()) {
                sources.add(sentence(portal, name, digits.language()));
            }
        }
        return sources;
    }

    private Source sentence(PortalId portal, String name, String wished) {
        String language = LANGUAGES.contains(wished) ? wished : "en";
        if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
            log.debug("There is no sentence {}", name);
            return new AlawSource(NOTHING);
        }
        return own(portal, language + "/" + name + ".wav")
                .or(() -> own(portal, OWN + "/" + name + ".wav"))
                .orElseGet(() -> new AlawSource(loaded.computeIfAbsent(language + "/" + name, PromptLibrary::load)));
    }

    private Source music(PortalId portal) {
        return own(portal, "music.wav").orElseGet(() -> {
            byte[] ready = music;
            if (ready == null) {
                ready = Music.compose();
                music = ready;
            }
            return new AlawSource(ready);
        });
    }

    private Optional<Source> own(PortalId portal, String name) {
        Path below = folder;
        if (below == null || !NAME.matcher(portal.value()).matches()) {
            return Optional.empty();
        }
        Path file = below.resolve(portal.value()).resolve(name);
        return Files.isRegularFile(file) ? Optional.of(new FileSource(file, files)) : Optional.empty();
    }

    /** Whether a sentence comes with the server. */
    public static boolean has(String name, String language) {
        return PromptLibrary.class.getResource("/prompts/" + language + "/" + name + ".wav") != null;
    }

    /** The file of a sentence that comes with the server. */
    static Optional<byte[]> file(String name, String wished) {
        String language = LANGUAGES.contains(wished) ? wished : "en";
        try (InputStream in = PromptLibrary.class.getResourceAsStream("/prompts/" + language + "/" + name + ".wav")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] load(String name) {
        try (InputStream in = PromptLibrary.class.getResourceAsStream("/prompts/" + name + ".wav")) {
            if (in == null) {
                log.warn("There is no sentence {}", name);
                return NOTHING;
            }
            return PackedWav.samples(in.readAllBytes());
        } catch (IOException e) {
            log.warn("The sentence {} cannot be read", name, e);
            return NOTHING;
        }
    }
}
