package org.patchbay.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class LetterTest {

    private static final String TEMPLATE =
            """
            Welcome to {portal}, {name}

            Hello {name},
            set your password here:

            {link} Choose a password

            It works once.
            """;

    private static Letter write(Map<String, String> values) {
        return Letter.write(TEMPLATE, values, branding("#2f6fed"), "en");
    }

    private static Branding branding(String accent) {
        return new Branding(
                "Acme <Ltd>",
                "acme.test",
                accent,
                Optional.of("https://acme.test/logo"),
                Optional.of("help@acme.test"));
    }

    @Test
    void writesSubjectTextAndHtml() {
        Letter letter = write(Map.of("portal", "Acme", "name", "Ann", "link", "https://acme.test/welcome#abc"));

        assertThat(letter.subject()).isEqualTo("Welcome to Acme, Ann");
        assertThat(letter.body().text())
                .isEqualTo(
                        """
                        Hello Ann,
                        set your password here:

                        https://acme.test/welcome#abc

                        It works once.

                        --\s
                        Sent by Acme <Ltd>, acme.test
                        Help: help@acme.test
                        """);
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

    @Test
    @Tag("X.05")
    @Tag("S1.39")
    void wearsThePortalsBrandingInTheReadersLanguage() {
        Letter german = Letter.write("Betreff\n\nText\n", Map.of(), branding("#ffd400"), "de");

        assertThat(german.body().html())
                .contains("src=\"https://acme.test/logo\" alt=\"Acme &lt;Ltd&gt;\"")
                .contains("border-top:4px solid #ffd400")
                .contains("Gesendet von Acme &lt;Ltd&gt;, acme.test")
                .contains("Hilfe: help@acme.test");
        assertThat(german.body().text()).endsWith("Hilfe: help@acme.test\n");
    }

    @Test
    void hasAButtonForEachLinkAndLeavesOutWhatIsEmpty() {
        Letter letter = Letter.write(
                "Subject\n\n{agenda}\n\n{acceptLink} Accept\n\n{declineLink} Decline\n",
                Map.of("agenda", "", "acceptLink", "https://acme.test/a", "declineLink", "https://acme.test/d"),
                branding("#ffd400"),
                "en");

        assertThat(letter.body().text())
                .startsWith("Accept: https://acme.test/a\n\nDecline: https://acme.test/d\n\n-- ");
        assertThat(letter.body().html())
                .contains("href=\"https://acme.test/a\"")
                .contains(">Decline</a>")
                .doesNotContain("<p style=\"margin:0 0 16px\"></p>");
    }

    @Test
    void aButtonIsReadableOnEveryColour() {
        assertThat(branding("#ffd400").onAccent()).isEqualTo("#12161c");
        assertThat(branding("#1a1a2e").onAccent()).isEqualTo("#ffffff");
    }

    @Test
    void theSenderHasThePortalsName() {
        assertThat(SenderAddress.of("Acme \"Ltd\"", "mail@server.test"))
                .isEqualTo("\"Acme \\\"Ltd\\\"\" <mail@server.test>");
        assertThat(SenderAddress.of("Müller\r\nBcc: x", "mail@server.test"))
                .isEqualTo("=?UTF-8?B?TcO8bGxlciBCY2M6IHg=?= <mail@server.test>");
    }
}
