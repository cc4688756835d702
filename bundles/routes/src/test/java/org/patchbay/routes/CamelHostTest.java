package org.patchbay.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CamelHostTest {

    private final CamelHost host = new CamelHost();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @AfterEach
    void stop() throws InterruptedException {
        host.close();
    }

    @Test
    void routesComeAndGo() {
        RouteBuilder greeting = route("greeting");
        host.addRoutes(greeting);
        await().until(() -> host.context().getRoute("greeting") != null);

        try (var template = host.context().createProducerTemplate()) {
            template.sendBody("direct:greeting", "hello");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertThat(heard).containsExactly("hello");

        host.removeRoutes(greeting);
        await().until(() -> host.context().getRoute("greeting") == null);
    }

    @Test
    void aBrokenRouteStopsNobodyElse() {
        host.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("no-such-component:x").routeId("broken").to("log:x");
            }
        });
        host.addRoutes(route("fine"));

        await().until(() -> host.context().getRoute("fine") != null);
        assertThat(host.context().getRoute("broken")).isNull();
    }

    private RouteBuilder route(String id) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + id)
                        .routeId(id)
                        .process(exchange -> heard.add(exchange.getMessage().getBody(String.class)));
            }
        };
    }
}
