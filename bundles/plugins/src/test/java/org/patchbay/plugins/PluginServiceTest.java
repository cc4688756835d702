package org.patchbay.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.patchbay.plugins.Bench.ACME;
import static org.patchbay.plugins.Bench.BY;
import static org.patchbay.plugins.Bench.OTHER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.plugins.PluginView;
import org.patchbay.api.plugins.PluginView.State;
import org.patchbay.api.plugins.PluginView.Tested;
import org.patchbay.spi.plugins.Plugin;

class PluginServiceTest {

    private static final Map<String, Object> TOKEN = Map.of("token", "open sesame");

    private final Bench bench = new Bench();
    private final PluginService plugins = bench.plugins;
    private final Plugin sample = SamplePlugin.named("sample");

    PluginServiceTest() {
        bench.add(sample);
    }

    @Test
    void listsByTitleWhatIsThere() {
        bench.add(new SamplePlugin("aardvark", "zebra", SamplePlugin.SCHEMA));
        bench.add(new SamplePlugin("zebra", "Aardvark", SamplePlugin.SCHEMA));

        assertThat(plugins.list(ACME)).extracting(PluginView::title).containsExactly("Aardvark", "Sample", "zebra");
        PluginView view = plugins.find(ACME, "sample").orElseThrow();
        assertThat(view.version()).isEqualTo("1.2.3");
        assertThat(view.state()).isEqualTo(State.ACTIVE);
        assertThat(view.schema()).contains(SamplePlugin.SCHEMA);
        assertThat(view.configured()).isFalse();
        assertThat(view.values()).isEqualTo(Map.of("address", "https://example.com"));
    }

    @Test
    void whoMayDoLessThanThePeopleOfADirectoryDoesNotChangeIt() {
        plugins.configure(ACME, "sample", 0, TOKEN, BY);
        bench.guarded.add("sample");

        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> plugins.configure(ACME, "sample", 1, Map.of("token", "mine"), BY))
                .returns("directory.beyond", PatchbayException::code);
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> plugins.unconfigure(ACME, "sample", BY))
                .returns("directory.beyond", PatchbayException::code);
        assertThat(plugins.of(ACME, "sample").orElseThrow().text("token")).contains("open sesame");
    }

    @Test
    void forgetsWhatIsGoneButKeepsItsSettings() {
        plugins.configure(ACME, "sample", 0, TOKEN, BY);
        bench.directory.remove(sample);

        assertThat(plugins.list(ACME)).isEmpty();
        assertThat(plugins.of(ACME, "sample")).isEmpty();
        bench.add(sample);
        assertThat(plugins.of(ACME, "sample").orElseThrow().text("token")).contains("open sesame");
    }

    @Test
    void givesPluginsDefaultsAndSecretsAndPagesNoSecret() {
        PluginView view = plugins.configure(ACME, "sample", 0, TOKEN, BY);

        assertThat(view.configured()).isTrue();
        assertThat(view.revision()).isEqualTo(1);
        assertThat(view.secretsSet()).containsExactly("token");
        assertThat(plugins.list(ACME).toString() + view + bench.store.find(ACME, "sample"))
                .doesNotContain("open sesame");
        assertThat(bench.events.published())
                .containsExactly(ACME + " plugin.configured Configured[plugin=sample, configured=true]");
        assertThat(plugins.of(ACME, "sample").orElseThrow().values())
                .isEqualTo(Map.of("address", "https://example.com", "token", "open sesame"));
    }

    @Test
    void keepsASecretLeftOutAndRemovesAnEmptyOne() {
        plugins.configure(ACME, "sample", 0, Map.of("token", "open sesame", "second", "two"), BY);
        PluginView kept =
                plugins.configure(ACME, "sample", 1, Map.of("address", "https://example.org", "second", ""), BY);

        assertThat(kept.secretsSet()).containsExactly("token");
        assertThat(plugins.of(ACME, "sample").orElseThrow().values())
                .isEqualTo(Map.of("address", "https://example.org", "token", "open sesame"));
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("token", null);
        assertInvalid(nothing, 2, new FieldError("/token", "setting.required", "is needed"));
        assertThat(plugins.of(ACME, "sample")).isPresent();
    }

    @Test
    void namesEachFieldThatDoesNotFit() {
        assertInvalid(Map.of(), 0, new FieldError("/token", "setting.required", "is needed"));
        assertInvalid(
                Map.of("token", "ab"),
                0,
                new FieldError("/token", "setting.minLength", "must be at least 3 characters long"));
        assertInvalid(
                Map.of("colour", "red"),
                0,
                new FieldError("/token", "setting.required", "is needed"),
                new FieldError("/colour", "setting.unknown", "is no setting of this plugin"));
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> plugins.configure(ACME, "sample", 0, Map.of("token", List.of("abc")), BY))
                .satisfies(e ->
                        assertThat(e.errors()).extracting(FieldError::pointer).containsExactly("/token"));
        assertThat(plugins.find(ACME, "sample").orElseThrow().configured()).isFalse();
        assertThat(bench.events.published()).isEmpty();
    }

    @Test
    void refusesAChangeOnAnOldRevision() {
        plugins.configure(ACME, "sample", 0, TOKEN, BY);

        assertProblem(Problem.STALE, () -> plugins.configure(ACME, "sample", 0, TOKEN, BY));
        assertProblem(Problem.STALE, () -> plugins.configure(ACME, "sample", 2, TOKEN, BY));
    }

    @Test
    void keepsPortalsApart() {
        plugins.configure(ACME, "sample", 0, TOKEN, BY);

        assertThat(plugins.find(OTHER, "sample").orElseThrow().configured()).isFalse();
        assertThat(plugins.of(OTHER, "sample")).isEmpty();
        plugins.configure(OTHER, "sample", 0, Map.of("token", "other"), BY);
        plugins.unconfigure(OTHER, "sample", BY);
        assertThat(plugins.of(ACME, "sample")).isPresent();
        plugins.erase(ACME);
        assertThat(plugins.of(ACME, "sample")).isEmpty();
    }

    @Test
    void keepsValuesThatANewVersionDoesNotTake() {
        plugins.configure(ACME, "sample", 0, Map.of("token", "open sesame", "address", "https://example.org"), BY);
        bench.directory.remove(sample);
        bench.add(new SamplePlugin(
                "sample",
                "Sample",
                SamplePlugin.SCHEMA
                        .replace("\"format\": \"uri\"", "\"maxLength\": 5")
                        .replace("\"https://example.com\"", "\"x\"")));

        PluginView view = plugins.find(ACME, "sample").orElseThrow();
        assertThat(view.values()).isEqualTo(Map.of("address", "https://example.org"));
        assertThat(view.invalid())
                .containsExactly(new FieldError("/address", "setting.maxLength", "must be at most 5 characters long"));
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> plugins.of(ACME, "sample"))
                .withMessage("The settings of Sample need attention: address must be at most 5 characters long");
    }

    @Test
    void asksForASecretAgainWhenItsKeyIsLost() {
        plugins.configure(ACME, "sample", 0, TOKEN, BY);
        bench.secrets.lose();

        assertThat(plugins.find(ACME, "sample").orElseThrow().invalid())
                .extracting(FieldError::pointer)
                .containsExactly("/token");
        assertInvalid(
                Map.of("address", "https://example.org"),
                1,
                new FieldError("/token", "secret.altered", "does not open; enter it again"));
        plugins.configure(ACME, "sample", 1, TOKEN, BY);
        assertThat(plugins.of(ACME, "sample")).isPresent();
    }

    @Test
    void triesTheStoredSettingsOut() {
        assertProblem(Problem.CONFLICT, () -> plugins.test(ACME, "sample"));
        plugins.configure(ACME, "sample", 0, TOKEN, BY);
        assertThat(plugins.test(ACME, "sample")).isEqualTo("https://example.com answers");

        plugins.configure(ACME, "sample", 1, Map.of("token", "wrong"), BY);
        assertProblem(Problem.UNAVAILABLE, () -> plugins.test(ACME, "sample"), "Sample refused the token");
        plugins.configure(ACME, "sample", 2, Map.of("token", "crash"), BY);
        assertProblem(
                Problem.UNAVAILABLE, () -> plugins.test(ACME, "sample"), "Sample failed: IllegalArgumentException");
    }

    @Test
    void keepsHowTheLastTestOfThePresentSettingsWent() {
        assertThat(plugins.configure(ACME, "sample", 0, TOKEN, BY).tested()).isEmpty();
        plugins.test(ACME, "sample");
        assertThat(tested()).matches(Tested::passed).returns("https://example.com answers", Tested::message);

        plugins.configure(OTHER, "sample", 0, TOKEN, BY);
        assertThat(plugins.configure(ACME, "sample", 1, Map.of("token", "wrong"), BY)
                        .tested())
                .isEmpty();
        assertProblem(Problem.UNAVAILABLE, () -> plugins.test(ACME, "sample"));
        assertThat(tested()).returns(false, Tested::passed).returns("Sample refused the token", Tested::message);
        assertThat(plugins.find(OTHER, "sample").orElseThrow().tested()).isEmpty();
    }

    private Tested tested() {
        return plugins.find(ACME, "sample").orElseThrow().tested().orElseThrow();
    }

    @Test
    void tellsRootAloneWhatWentWrongInside() {
        bench.add(new SamplePlugin("twice", "Twice", "{\"type\": \"array\"}"));

        assertThat(plugins.find(PortalId.ROOT, "twice").orElseThrow().error())
                .contains("Its settings schema: it is not of an object with properties");
        assertThat(plugins.find(ACME, "twice").orElseThrow().error())
                .contains("It does not run here. Whoever runs this server sees why");
        assertThat(plugins.list(ACME))
                .extracting(PluginView::error)
                .doesNotContain(
                        plugins.find(PortalId.ROOT, "twice").orElseThrow().error());
    }

    @Test
    void showsRootTheFilesThatAreNoPlugins(@TempDir Path deploy) throws IOException {
        Path garbage = Files.writeString(deploy.resolve("garbage.jar"), "no jar at all");
        assertThat(bench.unreadable.complain(garbage.toFile())).isTrue();

        PluginView view = plugins.find(PortalId.ROOT, "garbage.jar").orElseThrow();
        assertThat(view.state()).isEqualTo(State.FAILED);
        assertThat(view.error()).contains("The file is damaged or no jar at all; copy it into the folder again");
        assertThat(plugins.find(ACME, "garbage.jar")).isEmpty();
        assertThat(plugins.list(ACME)).extracting(PluginView::name).containsExactly("sample");
        bench.unreadable.forget(garbage.toFile());
        assertThat(plugins.find(PortalId.ROOT, "garbage.jar")).isEmpty();
    }

    @Test
    void knowsNothingOfWhatIsNotThere() {
        assertThat(plugins.find(ACME, "other")).isEmpty();
        assertProblem(Problem.NOT_FOUND, () -> plugins.configure(ACME, "other", 0, TOKEN, BY));
        assertProblem(Problem.NOT_FOUND, () -> plugins.unconfigure(ACME, "other", BY));
        assertProblem(Problem.NOT_FOUND, () -> plugins.test(ACME, "other"));
    }

    @Test
    void removesTheSettingsOfAPluginThatIsGone() {
        plugins.configure(ACME, "sample", 0, TOKEN, BY);
        bench.directory.remove(sample);
        plugins.unconfigure(ACME, "sample", BY);

        assertThat(bench.store.find(ACME, "sample")).isEmpty();
    }

    @Test
    void showsWhatIsWrongWithAPlugin() {
        bench.add(new SamplePlugin("twice", "Twice", "{\"type\": \"array\"}"));
        bench.add(new SamplePlugin("Not A Name", "Named", SamplePlugin.SCHEMA));
        bench.add(SamplePlugin.named("sample"));
        bench.add(new Plugin() {
            @Override
            public String name() {
                throw new IllegalStateException("no name");
            }

            @Override
            public String title() {
                return "";
            }

            @Override
            public String settingsSchema() {
                return "";
            }
        });

        assertThat(plugins.list(PortalId.ROOT).stream().flatMap(view -> view.error().stream()))
                .containsExactlyInAnyOrder(
                        "Its settings schema: it is not of an object with properties",
                        "Its name is not of the form crm-hubspot",
                        "Another jar is the plugin sample already",
                        "It failed when asked what it is: java.lang.IllegalStateException");
        assertThat(plugins.find(ACME, "twice").map(PluginView::state)).contains(State.FAILED);
        assertProblem(Problem.CONFLICT, () -> plugins.configure(ACME, "twice", 0, TOKEN, BY));
        assertThat(plugins.find(ACME, "sample").map(PluginView::state)).contains(State.ACTIVE);
    }

    private void assertInvalid(Map<String, Object> values, long revision, FieldError... errors) {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> plugins.configure(ACME, "sample", revision, values, BY))
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo(Problem.INVALID);
                    assertThat(Set.copyOf(e.errors())).isEqualTo(Set.copyOf(Arrays.asList(errors)));
                });
    }

    @Test
    void recordsEveryChangeButNeverASecret() {
        plugins.configure(ACME, "sample", 0, TOKEN, BY);
        assertThat(bench.audit.last(ACME).action()).isEqualTo("plugin.configured");
        assertThat(bench.audit.last(ACME).after()).containsEntry("token", "set");

        plugins.configure(ACME, "sample", 1, Map.of("token", "another", "address", "https://example.org"), BY);
        assertThat(bench.audit.last(ACME).before()).isEqualTo(Map.of("token", "set"));
        assertThat(bench.audit.last(ACME).after())
                .isEqualTo(Map.of("token", "changed", "address", "https://example.org"));

        plugins.configure(ACME, "sample", 2, Map.of("address", "https://example.com"), BY);
        assertThat(bench.audit.last(ACME).after()).isEqualTo(Map.of("address", "https://example.com"));

        plugins.unconfigure(ACME, "sample", BY);
        assertThat(bench.audit.last(ACME).before()).isEqualTo(Map.of("token", "set", "address", "https://example.com"));
        assertThat(bench.audit.actions(OTHER)).isEmpty();
    }

    private static void assertProblem(Problem problem, Runnable action, String... words) {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(action::run)
                .satisfies(e -> {
                    assertThat(e.problem()).isEqualTo(problem);
                    assertThat(words).allSatisfy(word -> assertThat(e).hasMessageContaining(word));
                });
    }
}
