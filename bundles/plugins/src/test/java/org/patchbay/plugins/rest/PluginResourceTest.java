package org.patchbay.plugins.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.Response;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.plugins.PluginView;
import org.patchbay.api.plugins.Plugins;
import org.patchbay.spi.web.EntityTag;
import org.patchbay.testing.identity.Callers;

class PluginResourceTest {

    private static final PortalId ACME = new PortalId("01890000-0000-7000-8000-00000000ac3e");
    private static final Caller BY = Callers.administrator(ACME);
    private static final PortalId OTHER = new PortalId("01890000-0000-7000-8000-0000000007e4");

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private final AcmesPlugins plugins = new AcmesPlugins();
    private final PluginResource resource = new PluginResource(plugins);

    @Test
    void pinsTheJsonOfAPlugin() throws JsonProcessingException {
        Response response = resource.get(ACME.value(), "sample");

        assertThat(response.getHeaderString("ETag")).startsWith("\"7.");
        assertThat(json.writeValueAsString(response.getEntity()))
                .isEqualTo("{\"name\":\"sample\",\"title\":\"Sample\",\"version\":\"1.0.0\",\"state\":\"ACTIVE\","
                        + "\"schema\":\"{}\",\"configured\":true,\"revision\":7,"
                        + "\"values\":{\"address\":\"https://example.com\",\"port\":389},"
                        + "\"secretsSet\":[\"token\"],"
                        + "\"invalid\":[{\"pointer\":\"/port\",\"code\":\"setting.maximum\",\"detail\":\"is too high\"}],"
                        + "\"tested\":{\"passed\":true,\"message\":\"It answers\",\"at\":\"2026-01-01T00:00:00Z\"}}");
        assertThat(json.writeValueAsString(resource.test(ACME.value(), "sample")))
                .isEqualTo("{\"message\":\"Sample answers\"}");
    }

    @Test
    void changesWhatTheETagNames() {
        Response response = resource.configure(ACME.value(), "sample", "\"7\"", Map.of("port", 636), BY);

        assertThat(response.getEntity()).isInstanceOf(PluginView.class);
        assertInvalid("If-Match", () -> resource.configure(ACME.value(), "sample", null, Map.of(), BY));
        assertInvalid("", () -> resource.configure(ACME.value(), "sample", "\"7\"", null, BY));
    }

    @Test
    void hasAnotherETagWhenItNoLongerRuns() {
        String running = resource.get(ACME.value(), "sample").getHeaderString("ETag");
        plugins.state = PluginView.State.FAILED;

        String failed = resource.get(ACME.value(), "sample").getHeaderString("ETag");

        assertThat(failed).isNotEqualTo(running);
        assertThat(EntityTag.require(failed)).isEqualTo(EntityTag.require(running));
    }

    @Test
    void knowsNothingOfOtherPortals() {
        assertThat(resource.list(OTHER.value()).items()).isEmpty();
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(() -> resource.get(OTHER.value(), "sample"))
                .matches(e -> e.problem() == Problem.NOT_FOUND);
    }

    private static void assertInvalid(String pointer, Runnable action) {
        assertThatExceptionOfType(PatchbayException.class)
                .isThrownBy(action::run)
                .satisfies(e ->
                        assertThat(e.errors()).extracting(FieldError::pointer).containsExactly(pointer));
    }

    private static final class AcmesPlugins implements Plugins {

        private PluginView.State state = PluginView.State.ACTIVE;

        private PluginView sample() {
            return new PluginView(
                    "sample",
                    "Sample",
                    "1.0.0",
                    state,
                    Optional.empty(),
                    Optional.of("{}"),
                    true,
                    7,
                    Map.of("address", "https://example.com", "port", 389),
                    Set.of("token"),
                    List.of(new FieldError("/port", "setting.maximum", "is too high")),
                    Optional.of(new PluginView.Tested(true, "It answers", Instant.parse("2026-01-01T00:00:00Z"))));
        }

        @Override
        public List<PluginView> list(PortalId portal) {
            return find(portal, "sample").stream().toList();
        }

        @Override
        public Optional<PluginView> find(PortalId portal, String plugin) {
            return Optional.of(sample()).filter(any -> portal.equals(ACME) && plugin.equals("sample"));
        }

        @Override
        public PluginView configure(
                PortalId portal, String plugin, long revision, Map<String, Object> values, Caller by) {
            assertThat(revision).isEqualTo(7);
            assertThat(values).isEqualTo(Map.of("port", 636));
            return sample();
        }

        @Override
        public void unconfigure(PortalId portal, String plugin, Caller by) {}

        @Override
        public String test(PortalId portal, String plugin) {
            return "Sample answers";
        }
    }
}
