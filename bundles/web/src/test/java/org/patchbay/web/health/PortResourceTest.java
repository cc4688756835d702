package org.patchbay.web.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.patchbay.spi.web.PublishedPorts.Port;

class PortResourceTest {

    @Test
    void listsWhatHasToBeReachedFirst() {
        var resource = new PortResource(List.of(
                () -> List.of(new Port("http", "tcp", 8080, false), new Port("https", "tcp", 8443, true)),
                () -> List.of(new Port("media", "udp", 10_000, true))));

        assertThat(resource.list()).extracting(Port::name).containsExactly("https", "media", "http");
    }

    @Test
    void saysWhichVersionRuns() {
        ServerResource.ServerJson server = new ServerResource("0.1.0.SNAPSHOT").get();

        assertThat(server.version()).isEqualTo("0.1.0-SNAPSHOT");
        assertThat(server.memoryMegabytes()).isBetween(1L, server.memoryLimitMegabytes());
    }
}
