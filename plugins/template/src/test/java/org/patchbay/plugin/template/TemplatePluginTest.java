package org.patchbay.plugin.template;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;
import org.patchbay.testing.crm.LoopbackHttp;
import org.patchbay.testing.plugins.PluginContract;

class TemplatePluginTest implements PluginContract {

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Plugin plugin = new TemplatePlugin(new LoopbackHttp());

    TemplatePluginTest() throws IOException {
        server.createContext("/", exchange -> {
            boolean known = List.of("Bearer open sesame")
                    .equals(exchange.getRequestHeaders().get("Authorization"));
            exchange.sendResponseHeaders(known ? 200 : 401, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Override
    public Plugin plugin() {
        return plugin;
    }

    @Override
    public Settings working() {
        return settings("open sesame");
    }

    @Override
    public Settings refused() {
        return settings("open barley");
    }

    @Test
    void saysThatNothingAnswers() {
        Settings gone = working();
        server.stop(0);

        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> plugin.test(gone))
                .withMessageStartingWith("Template does not answer");
    }

    private Settings settings(String token) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort();
        return new Settings(ACME, Map.of("address", address, "token", token, "greeting", "Hello"));
    }
}
