package org.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class LetterTest {

    private static final String TEMPLATE =
            """
            Welcome to {portal}, {name}

            Hello {name},
            set your password here:

            {link}

            It works once.
            """;

    private static Letter write(Map<String, String> values) {
        return Letter.write(TEMPLATE, values, "#2f6fed", "Acme", "en");
    }

    @Test
    void writesSubjectTextAndHtml() {
        Letter letter = write(Map.of("portal", "Acme", "name", "Ann", "link", "https://acme.test/welcome#abc"));

        assertThat(letter.subject()).isEqualTo("Welcome to Acme, Ann");
        assertThat(letter.body().text())
                .isEqualTo("Hello Ann,\nset your password here:\n\nhttps://acme.test/welcome#abc\n\nIt works once.\n");
        assertThat(letter.body().html())
                .contains("<a href=\"https://acme.test/welcome#abc\"")
                .contains("background:#2f6fed")
                .contains("lang=\"en\"");
    }

    @Test
    void aValueIsNeverMarkupNorAHeaderNorAnotherPlace() {
        Letter letter = write(Map.of(
                "portal", "A\r\nBcc: all@example.test",
                "name", "<script>{link}</script>",
                "link", "https://acme.test/\"onclick=\"x"));

        assertThat(letter.subject()).doesNotContain("\n").doesNotContain("\r");
        assertThat(letter.body().html())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;{link}&lt;/script&gt;")
                .doesNotContain("\"onclick");
    }
}
