package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
    /** What writes the audit, or makes what is written. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:new AuditDraft|\\bchange|\\babout|Audit\\.\\w+|\\brecord(?:ed)?|passkey|\\bannounce)\\s*\\(");

    private static final Pattern ACTION =
            Pattern.compile("\"((?:certificate|contact|department|mail|people|person|plugin"
                    + "|portal|role|script|script-settings|sign-in-policy|token)\\.[a-z-]+)\"");
    private static final Pattern EVENT = Pattern.compile("\\b\\w+Events\\.[A-Z_]+");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z_]+) = \"([a-z.-]+)\"");
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

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr"})
    void everyActionOfTheAuditHasAName(String language) throws IOException {
        Map<String, String> names = strings("ui/audit", language);
        assertThat(auditActions()).hasSizeGreaterThan(40).allSatisfy(action -> assertThat(names)
                .containsKey("action." + action));
    }

    /** What stands in the sources that write the audit, as a literal or as the name of an event, and is no problem. */
    private static Set<String> auditActions() throws IOException {
        Map<String, String> events = eventNames();
        Set<String> actions = new TreeSet<>();
        for (Path module : Checkout.shipped()) {
            for (Path file : Checkout.files(module.resolve("src/main/java"), ".java")) {
                String text = Files.readString(file);
                Matcher written = WRITTEN.matcher(text);
                while (written.find()) {
                    String call = text.substring(written.end(), SourceText.end(text, written.end()));
                    ACTION.matcher(call).results().map(found -> found.group(1)).forEach(actions::add);
                    EVENT.matcher(call)
                            .results()
                            .map(found -> events.get(found.group()))
                            .filter(Objects::nonNull)
                            .forEach(actions::add);
                }
            }
        }
        return actions;
    }

    /** The types of events by the names of their constants, as {@code MailEvents.LOOKED_AT}. */
    private static Map<String, String> eventNames() throws IOException {
        Map<String, String> names = new HashMap<>();
        for (Path module : Checkout.shipped()) {
            for (Path file : Checkout.files(module.resolve("src/main/java"), "Events.java")) {
                String owner = file.getFileName().toString().replace(".java", "");
                CONSTANT.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> names.put(owner + "." + found.group(1), found.group(2)));
            }
        }
        return names;
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
