package org.patchbay.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the audit records field by field, the console names in the reader's language. The names are read from the sources;
 * the walk of the browser tests looks at those that come out in the end.
 */
class AuditFieldsTest {

    private static final Pattern RECORDING = Pattern.compile("new AuditDraft\\(|Audit\\.about\\(");
    private static final Pattern MAP_OF = Pattern.compile("\\bMap\\.of\\(");

    /** Whatever is put into a map, but not what is put out as data. */
    private static final Pattern PUT = Pattern.compile("(?<!\\bout)\\.put\\(");

    private static final Pattern CONSTANT = Pattern.compile("static final String (\\w+) = (\"\\w+\")");
    private static final Pattern LITERAL = Pattern.compile("\"\\w+\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr"})
    void everyRecordedFieldHasAName(String language) throws IOException {
        Map<String, String> names = SentencesTest.strings("ui/audit", language);
        assertThat(fields()).hasSizeGreaterThan(50).contains("activeUntil", "picture", "expires");
        assertThat(fields()).allSatisfy(field -> assertThat(names).containsKey("field." + field));
    }

    private static Set<String> fields() throws IOException {
        Set<String> fields = new TreeSet<>();
        for (Path module : Checkout.shipped()) {
            for (Path file : Checkout.files(module.resolve("src/main/java"), ".java")) {
                String text = Files.readString(file);
                if (RECORDING.matcher(text).find()) {
                    fields.addAll(keys(withoutProblems(text)));
                }
            }
        }
        return fields;
    }

    private static Set<String> keys(String text) {
        Map<String, String> constants = new HashMap<>();
        CONSTANT.matcher(text).results().forEach(found -> constants.put(found.group(1), found.group(2)));
        Set<String> keys = new TreeSet<>();
        MAP_OF.matcher(text).results().forEach(found -> {
            List<String> arguments = SourceText.arguments(text, found.end());
            for (int i = 0; i < arguments.size(); i += 2) {
                keys.add(constants.getOrDefault(arguments.get(i), arguments.get(i)));
            }
        });
        PUT.matcher(text).results().forEach(found -> {
            String key = SourceText.arguments(text, found.end()).get(0);
            keys.add(constants.getOrDefault(key, key));
        });
        Set<String> names = new TreeSet<>();
        keys.stream()
                .filter(key -> LITERAL.matcher(key).matches())
                .forEach(key -> names.add(key.substring(1, key.length() - 1)));
        return names;
    }

    /** The parameters of problems are maps too. */
    private static String withoutProblems(String text) {
        StringBuilder left = new StringBuilder();
        Matcher said = SentencesTest.SAID.matcher(text);
        int from = 0;
        while (said.find(from)) {
            left.append(text, from, said.end());
            from = SourceText.end(text, said.end());
        }
        return left.append(text.substring(from)).toString();
    }
}
