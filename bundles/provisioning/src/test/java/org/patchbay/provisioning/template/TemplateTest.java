package org.patchbay.provisioning.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {

    @Test
    void fillsConditionsAndKeys() throws TemplateError {
        var template = Template.parse(
                Format.LINES,
                "u={{account.user}}\n{{#if server.tls}}tls\n{{/if}}{{#if server.udp}}udp\n{{/if}}"
                        + "{{#each keys}}{{key.index}}={{key.label}}/{{account.user}}\n{{/each}}");
        var base = Map.of("account.user", "100", "server.tls", "on");
        var plain = new Values(base, List.of());
        var values = new Values(
                base, List.of(plain.with(KeyValues.of(1, "101", "Ann")), plain.with(KeyValues.of(2, "102", "Bo"))));
        assertThat(template.fill(values)).isEqualTo("u=100\ntls\n1=Ann/100\n2=Bo/100\n");
    }

    @Test
    void aValueStaysAValue() throws TemplateError {
        var hostile =
                new Values(Map.of("account.name", "\"><x a='1'>&\n\r\u0000\u2028account.1.password = x"), List.of());
        assertThat(Template.parse(Format.LINES, "name = {{account.name}}\nend").fill(hostile))
                .hasLineCount(2)
                .doesNotContain("\u0000", "\u2028");
        assertThat(Template.parse(Format.XML, "<n>{{account.name}}</n>").fill(hostile))
                .startsWith("<n>&quot;&gt;&lt;x a=&#39;1&#39;&gt;&amp;")
                .doesNotContain("\n", "\u0000");
    }

    @Test
    void aValueIsNotReadAsATemplate() throws TemplateError {
        var values =
                new Values(Map.of("account.name", "{{account.password}}", "account.password", "secret"), List.of());
        assertThat(Template.parse(Format.LINES, "{{account.name}}").fill(values))
                .isEqualTo("{{account.password}}");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\nb {{nothing}}', 2",
        "'{{#if server.tls}}\na', 1",
        "'a\n\n{{/if}}', 3",
        "'{{#each keys}}\n{{#each keys}}{{/each}}{{/each}}', 2",
        "'a\n{{account.user\nb', 2",
        "'{{key.label}}', 1"
    })
    void namesTheLineAtFault(String text, int line) {
        assertThatThrownBy(() -> Template.parse(Format.XML, text))
                .isInstanceOfSatisfying(
                        TemplateError.class, e -> assertThat(e.line()).isEqualTo(line));
    }

    @Test
    void boundsItsLength() {
        assertThatThrownBy(() -> Template.parse(Format.XML, "x".repeat(Template.LONGEST + 1)))
                .isInstanceOf(TemplateError.class);
    }
}
