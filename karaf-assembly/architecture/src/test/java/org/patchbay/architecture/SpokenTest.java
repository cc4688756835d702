package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every sentence that code says to somebody on the telephone is there in every language. */
class SpokenTest {

    private static final Pattern SAID = Pattern.compile("\\b(?:Sentence|sentence|say|ask)\\(\\s*\"([a-z0-9-]+)\"");
    private static final Path SOUNDS = Checkout.ROOT.resolve("bundles/phone-media/src/main/resources/prompts");

    @Test
    void everySentenceThatIsSaidIsThereInEveryLanguage() throws IOException {
        Set<String> said = new TreeSet<>();
        for (Path module : Checkout.shipped()) {
            for (Path file : Checkout.files(module.resolve("src/main/java"), ".java")) {
                collect(Files.readString(file), said);
            }
        }
        assertThat(said).contains("queue-position", "recorded", "enter-pin");
        Set<String> missing = new TreeSet<>();
        for (String name : said) {
            for (String language : Set.of("en", "de", "es", "fr")) {
                if (!Files.exists(SOUNDS.resolve(language).resolve(name + ".wav"))) {
                    missing.add(language + '/' + name);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static void collect(String source, Set<String> said) {
        if (source.contains("api.phonemedia.Prompt;")) {
            Matcher matcher = SAID.matcher(source);
            while (matcher.find()) {
                said.add(matcher.group(1));
            }
        }
    }
}
