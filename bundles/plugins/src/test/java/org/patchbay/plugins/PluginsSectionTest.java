package org.patchbay.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.patchbay.plugins.Bench.ACME;
import static org.patchbay.plugins.Bench.BY;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.plugins.Settings;
import org.patchbay.plugins.PluginsSection.PluginText;
import org.patchbay.testing.identity.Callers;

class PluginsSectionTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("PATCHBAY_SECRET_SAMPLE", "open sesame");

    private final Bench bench = new Bench();
    private final PluginsSection section =
            new PluginsSection(bench.plugins, bench.plugins, bench.installed, ENVIRONMENT::get);

    PluginsSectionTest() {
        bench.add(SamplePlugin.named("sample"));
    }

    private static PluginText[] sample(String address, Map<String, String> secrets) {
        return new PluginText[] {new PluginText("sample", Map.of("address", address), secrets)};
    }

    private String refusal(Map<String, String> secrets, Caller by) {
        try {
            section.apply(ACME, sample("https://example.org", secrets), by);
        } catch (PatchbayException e) {
            return e.problem() + " " + e.errors().get(0).pointer() + " "
                    + e.errors().get(0).code();
        }
        throw new AssertionError("It was not refused");
    }

    private Settings settings() {
        return bench.plugins.of(ACME, "sample").orElseThrow();
    }

    private long revision() {
        return bench.plugins.find(ACME, "sample").orElseThrow().revision();
    }

    @Test
    void whatIsReadHasNoSecretAndAppliesWithoutAChange() {
        bench.plugins.configure(ACME, "sample", 0, Map.of("token", "open sesame"), BY);
        PluginText[] read = section.read(ACME);

        assertThat(read)
                .containsExactly(new PluginText(
                        "sample", Map.of("address", "https://example.com"), Map.of("token", PluginsSection.KEPT)));
        assertThat(section.apply(ACME, read, BY)).isEmpty();
        section.apply(ACME, new PluginText[] {new PluginText("sample", Map.of(), Map.of("token", "set"))}, BY);
        assertThat(revision()).isEqualTo(1);
    }

    @Test
    void keepsASecretWhileOtherSettingsChange() {
        bench.plugins.configure(ACME, "sample", 0, Map.of("token", "open sesame", "second", "two"), BY);
        section.apply(ACME, sample("https://example.org", Map.of("token", "set")), BY);

        assertThat(settings().values()).isEqualTo(Map.of("address", "https://example.org", "token", "open sesame"));
    }

    @Test
    void rootTakesASecretFromTheServersEnvironmentOnce() {
        PluginText[] wanted = sample("https://example.org", Map.of("token", "env:PATCHBAY_SECRET_SAMPLE"));
        section.apply(ACME, wanted, Callers.root());
        assertThat(settings().text("token")).contains("open sesame");
        assertThat(section.apply(ACME, wanted, Callers.root())).isEmpty();
        assertThat(revision()).isEqualTo(1);

        bench.plugins.configure(ACME, "sample", 1, Map.of("token", "another", "address", "https://example.org"), BY);
        assertThat(section.apply(ACME, wanted, Callers.root())).isEqualTo(List.of("plugins/sample/token"));
        assertThat(settings().text("token")).contains("open sesame");
    }

    @Test
    void namesEveryReferenceThatLeadsNowhere() {
        assertThat(refusal(Map.of("token", "set"), BY)).isEqualTo("INVALID /0/secrets/token secret.missing");
        assertThat(refusal(Map.of("token", "open sesame"), BY)).isEqualTo("INVALID /0/secrets/token secret.reference");
        assertThat(refusal(Map.of("token", "env:PATCHBAY_SECRET_SAMPLE"), BY))
                .isEqualTo(Problem.FORBIDDEN + " /0/secrets/token secret.root-only");
        assertThat(refusal(Map.of("token", "env:PATCHBAY_SECRET_OTHER"), Callers.root()))
                .isEqualTo("INVALID /0/secrets/token secret.unknown");
        assertThat(refusal(Map.of("token", "env:PATH"), Callers.root()))
                .isEqualTo("INVALID /0/secrets/token secret.reference");
    }

    @Test
    void removesTheSettingsOfPluginsThatAreNotNamed() {
        bench.plugins.configure(ACME, "sample", 0, Map.of("token", "open sesame"), BY);
        section.prune(ACME, new PluginText[0], BY);

        assertThat(section.read(ACME)).isEmpty();
    }
}
