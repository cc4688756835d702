package org.patchbay.blueprint.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.PatchbayException;

class YamlReaderTest {

    private static PatchbayException refusal(String text) {
        try {
            YamlReader.read(text);
        } catch (PatchbayException e) {
            return e;
        }
        throw new AssertionError("It was read: " + text);
    }

    @Test
    void knowsTheLineOfEverything() {
        YamlNode.Mapping root = (YamlNode.Mapping) YamlReader.read("a: 1\nb:\n- x\n- c: 'y'\n");

        Pointers lines = Pointers.of(root);
        assertThat(lines.line("/a")).isEqualTo(1);
        assertThat(lines.line("/b/0")).isEqualTo(3);
        assertThat(lines.line("/b/1/c")).isEqualTo(4);
        assertThat(lines.line("/b/1/unknown")).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    yaml.anchor    | a: &x 1\\nb: *x
                    yaml.anchor    | a: &x [1]
                    yaml.tag       | a: !!java.net.URL [x]
                    yaml.documents | a: 1\\n---\\nb: 2
                    field.twice    | a: 1\\na: 2
                    yaml.name      | [a]: 1
                    yaml.malformed | a: [1
                    yaml.empty     | '#'
                    """)
    void refusesWhatIsNotPlain(String code, String text) {
        assertThat(refusal(text.replace("\\n", "\n")).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.code()).isEqualTo(code));
    }

    @Test
    void refusesABombAndAnAbyss() {
        var bomb = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x,x]\n");
        for (char name = 'b'; name < 'm'; name++) {
            String before = "*" + (char) (name - 1);
            bomb.append(name).append(": &").append(name).append(" [").append(before);
            bomb.append((", " + before).repeat(9)).append("]\n");
        }
        assertThat(refusal(bomb.toString()).errors().get(0).code()).isEqualTo("yaml.anchor");

        assertThat(refusal("[".repeat(100_000)).errors().get(0).code()).isIn("yaml.limit", "yaml.malformed");
        assertThat(refusal("- 1\n".repeat(100_001)).errors().get(0).code()).isEqualTo("yaml.limit");
        assertThatThrownBy(() -> YamlReader.read("a".repeat(YamlReader.MAX_LENGTH + 1)))
                .isInstanceOf(PatchbayException.class);
    }

    @Test
    void nothingIsWrittenByAnAnchor() {
        List<String> same = List.of("x");
        Map<String, Object> fields = new TreeMap<>(
                Map.of("a", new String[0], "b", new String[0], "c", List.of(), "d", same, "e", same, "f", Set.of()));

        assertThat(YamlWriter.write(fields)).isEqualTo("a: []\nb: []\nc: []\nd:\n- x\ne:\n- x\nf: []\n");
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        String odd = "a\ttab\nand \u0001 control, \ud83d\ude00\n  indented\n";
        Map<String, Object> fields = Map.of("text", odd);

        YamlNode.Mapping read = (YamlNode.Mapping) YamlReader.read(YamlWriter.write(fields));

        assertThat(read.fields().get("text"))
                .isInstanceOfSatisfying(YamlNode.Scalar.class, scalar -> assertThat(scalar.text())
                        .isEqualTo(odd));
    }
}
