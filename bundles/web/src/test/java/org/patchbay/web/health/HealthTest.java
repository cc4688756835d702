package org.patchbay.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.web.HealthCheck;
import org.patchbay.testing.web.RestResourceContract;
import org.patchbay.web.fake.Configs;
import org.patchbay.web.json.WireJson;
import org.patchbay.web.live.ChannelDirectory;
import org.patchbay.web.rest.ResourceDirectory;

class HealthTest implements RestResourceContract {

    private final CheckDirectory directory = new CheckDirectory();
    private final PartsReport report = new PartsReport();
    private final ResourceDirectory resources = new ResourceDirectory();
    private final PartsCheck parts = parts(Map.of("requiredResources", ""));
    private final HealthService service = new HealthService(directory, report);
    private final HealthResource resource = new HealthResource(service);

    @Override
    public Class<HealthResource> resource() {
        return HealthResource.class;
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void isUpWhileEveryCheckIs() throws Exception {
        directory.replace(List.of(check("database", Optional::empty), check("worker", Optional::empty)));
        var answer = resource.ready();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(WireJson.mapper().writeValueAsString(answer.getEntity()))
                .isEqualTo("{\"status\":\"up\",\"checks\":{\"database\":\"up\",\"web\":\"up\",\"worker\":\"up\"}}");
    }

    @Test
    void isDownWithOneAndKeepsTheReasonToItself() throws Exception {
        directory.replace(
                List.of(check("database", () -> Optional.of("no connection to secret-host")), check("broken", () -> {
                    throw new IllegalStateException();
                })));
        var answer = resource.get();
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(WireJson.mapper().writeValueAsString(answer.getEntity()))
                .isEqualTo(
                        "{\"status\":\"down\",\"checks\":{\"broken\":\"down\",\"database\":\"down\",\"web\":\"up\"}}");
        assertThat(resource.live().status()).isEqualTo("up");
    }

    @Test
    void doesNotWaitForACheckThatHangsNorStartItAgain() {
        var release = new CountDownLatch(1);
        var starts = new AtomicInteger();
        directory.replace(List.of(check("slow", () -> {
            starts.incrementAndGet();
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Optional.empty();
        })));
        assertThat(service.check()).isEqualTo(Map.of("slow", Optional.of("does not answer"), "web", Optional.empty()));
        assertThat(service.check()).isEqualTo(Map.of("slow", Optional.of("does not answer"), "web", Optional.empty()));
        assertThat(starts).hasValue(1);
        release.countDown();
    }

    @Test
    void missesResourcesAndChannels() {
        resources.replace(List.of(resource));
        var picky = parts(Map.of("requiredResources", "health, portals/*/meetings", "requiredChannels", "events"));
        assertThat(picky.check()).hasValue("missing: resource portals/*/meetings, channel events");
        assertThat(service.check()).containsValue(picky.check());
        assertThat(parts(Map.of("requiredResources", "health")).check()).isEmpty();
    }

    @Test
    void isDownWithoutResources() {
        parts.close();
        assertThat(resource.get().getStatus()).isEqualTo(503);
    }

    private PartsCheck parts(Map<String, ?> settings) {
        return new PartsCheck(resources, new ChannelDirectory(), report, Configs.with(settings));
    }

    private static HealthCheck check(String name, Supplier<Optional<String>> result) {
        return new HealthCheck() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> check() {
                return result.get();
            }
        };
    }
}
