package org.patchbay.identity.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {

    private static List<CsvRecord> read(String text) {
        List<CsvRecord> records = new ArrayList<>();
        CsvReader.of(text).forEachRemaining(records::add);
        return records;
    }

    private static List<List<String>> cells(String text) {
        return read(text).stream().map(CsvRecord::cells).toList();
    }

    @ParameterizedTest
    @Tag("S1.10")
    @Tag("S1.45")
    @ValueSource(
            strings = {
                "\"ada@example.org\",\"Ada Lovelace\"",
                "\"ada@example.org\", \"Ada Lovelace\" ",
                "\u201cada@example.org\u201d, \u201cAda Lovelace\u201d",
                "\u201dada@example.org\u201d,\u201eAda Lovelace\u201c\n",
                "ada@example.org;Ada Lovelace",
                " ada@example.org \tAda Lovelace\r\n",
                "\u00abada@example.org\u00bb\u00a0,\u00a0\"Ada Lovelace\"\r"
            })
    void readsTwoColumnsInAnyQuotes(String text) {
        assertThat(cells(text)).containsExactly(List.of("ada@example.org", "Ada Lovelace"));
    }

    @Test
    @Tag("S3.19")
    void readsDoubledQuotesOfBothKinds() {
        assertThat(cells("\"<rolename=\"\"system_owners\"\"/>\",DEFAULT"))
                .containsExactly(List.of("<rolename=\"system_owners\"/>", "DEFAULT"));
        assertThat(cells("\u201d<rolename=\u201d\u201dsystem_owners\u201d\u201d/>\u201d,DEFAULT"))
                .containsExactly(List.of("<rolename=\"system_owners\"/>", "DEFAULT"));
        assertThat(cells("\"\"\"\",\"a \"\"b\"\", c\",\"\"")).containsExactly(List.of("\"", "a \"b\", c", ""));
    }

    @Test
    @Tag("S3.19")
    void readsCellsThatAreDoublyQuotedAsAWhole() {
        assertThat(cells("\"\"ada@example.org\"\",\"\"Ada, L.\"\""))
                .containsExactly(List.of("ada@example.org", "Ada, L."));
        assertThat(cells("\u201c\u201cada@example.org\u201d\u201d;\u201c\u201cAda\u201d\u201d"))
                .containsExactly(List.of("ada@example.org", "Ada"));
        assertThat(cells("\"\"<rolename=\"system_owners\"/>\"\",DEFAULT,\"\""))
                .containsExactly(List.of("<rolename=\"system_owners\"/>", "DEFAULT", ""));
        assertThat(cells("\"\",a,\"\"")).containsExactly(List.of("", "a", ""));
    }

    @Test
    void keepsTypographicQuotesInsideOthers() {
        assertThat(cells("a,\"Ada \u201cCountess\u201d Lovelace\",Ada \u201cC\u201d L"))
                .containsExactly(List.of("a", "Ada \u201cCountess\u201d Lovelace", "Ada \u201cC\u201d L"));
    }

    @Test
    void countsTheLinesOfTheFile() {
        assertThat(read("a,b\r\n\r\n\"two\nlines\",c\rd,e"))
                .extracting(CsvRecord::line)
                .containsExactly(1, 2, 3, 5);
    }

    @Test
    void anOpenQuoteCostsItsLineAlone() {
        List<CsvRecord> records = read("\"ada@example.org, Ada\nbob@example.org,Bob\n");

        assertThat(records).extracting(CsvRecord::broken).containsExactly(true, false);
        assertThat(records.get(1).cells()).containsExactly("bob@example.org", "Bob");
        assertThat(records.get(1).line()).isEqualTo(2);
    }

    @Test
    void findsTheSeparatorOutsideQuotes() {
        assertThat(CsvReader.separator("\n\"a,b,c,d\";x;y\n")).isEqualTo(';');
        assertThat(CsvReader.separator("a\tb\tc,d")).isEqualTo('\t');
        assertThat(CsvReader.separator("alone")).isEqualTo(',');
    }
}
