package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server says in codes, the console says in the reader's language. */
class SentencesTest {

    private static final Path CONSOLE = Checkout.ROOT.resolve("bundles/console/src");

    /** What tells somebody a problem. */
    static final Pattern SAID = Pattern.compile(
            "(?:because|\\bat|FieldError|ImportFinding|\\berror|\\bwarning|invalid|refuse|fault|wrong)\\s*\\(");

    private static final Pattern CODE = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\"");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{(\\w+)}}");

    /** Said to scripts and programs, which take English; and by our own pages' code to itself. */
    private static final Pattern UNSEEN = Pattern.compile("(?:arguments?|function|module|http|kv|cluster|idempotency"
            + "|message|mid|sdp)\\..*|live\\.(?:closed|hello|kind|number|upgrade)|end\\.before-start|outcome\\.unknown"
            // An example in a comment, and a sentence of the plugin's own.
            + "|call\\.ended|plugin\\.test-failed");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr"})
    void everyCodeOfAProblemHasASentence(String language) throws IOException {
        Map<String, String> sentences = strings("app/problems", language);
        assertThat(codes()).hasSizeGreaterThan(200).allSatisfy(code -> assertThat(sentences)
                .containsKey(code));
        Map<String, String> english = strings("app/problems", "en");
        assertThat(sentences.keySet()).isEqualTo(english.keySet());
        sentences.forEach((code, text) ->
                assertThat(parameters(text)).as(code).isEqualTo(parameters(english.getOrDefault(code, ""))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr"})
    void everyEventTypeHasAName(String language) throws IOException {
        Map<String, String> names = strings("features/events", language);
        assertThat(eventTypes()).hasSizeGreaterThan(30).allSatisfy(type -> assertThat(names)
                .containsKeys("type." + type, "kind." + type.substring(0, type.indexOf('.'))));
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path module : Checkout.shipped()) {
            for (Path file : Checkout.files(module.resolve("src/main/java"), ".java")) {
                String text = Files.readString(file);
                Matcher said = SAID.matcher(text);
                while (said.find()) {
                    Matcher code = CODE.matcher(text.substring(said.end(), SourceText.end(text, said.end())));
                    while (code.find()) {
                        codes.add(code.group(1));
                    }
                }
            }
        }
        codes.removeIf(code -> UNSEEN.matcher(code).matches());
        return codes;
    }

    private static Set<String> eventTypes() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path module : Checkout.shipped()) {
            for (Path file : Checkout.files(module.resolve("src/main/java"), "Events.java")) {
                String text = Files.readString(file);
                if (text.contains("implements EventTypes")) {
                    CODE.matcher(text).results().map(found -> found.group(1)).forEach(types::add);
                }
            }
        }
        return types;
    }

    private static Set<String> parameters(String text) {
        Set<String> names = new TreeSet<>();
        PARAMETER.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
        return names;
    }

    static Map<String, String> strings(String folder, String language) throws IOException {
        return new ObjectMapper()
                .readValue(
                        CONSOLE.resolve(folder + "/strings/" + language + ".json")
                                .toFile(),
                        new TypeReference<>() {});
    }
}
