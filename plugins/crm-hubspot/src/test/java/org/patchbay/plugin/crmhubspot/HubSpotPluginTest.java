package org.patchbay.plugin.crmhubspot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;
import org.patchbay.testing.crm.HubSpotStub;
import org.patchbay.testing.crm.LoopbackHttp;
import org.patchbay.testing.plugins.PluginContract;

class HubSpotPluginTest implements PluginContract {

    private final HubSpotStub stub = new HubSpotStub(0, "pat-1");
    private final Plugin plugin = new HubSpotPlugin(new LoopbackHttp());

    @AfterEach
    void close() {
        stub.close();
    }

    @Override
    public Plugin plugin() {
        return plugin;
    }

    @Override
    public Settings working() {
        return settings(stub.address().toString(), "pat-1");
    }

    @Override
    public Settings refused() {
        return settings(stub.address().toString(), "pat-2");
    }

    @Test
    void namesTheAccount() throws PluginException {
        assertThat(plugin.test(working())).isEqualTo("HubSpot answers: account 26123456");
    }

    @Test
    void namesTheRefusedToken() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> plugin.test(refused()))
                .withMessage("HubSpot refused the token");
    }

    @Test
    void noticesAnotherKindOfServer() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> plugin.test(settings(stub.address() + "/elsewhere", "pat-1")))
                .withMessage("What answers there is not HubSpot");
    }

    @Test
    void saysWhichAddressIsRefused() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> plugin.test(settings("http://10.0.0.1", "pat-1")))
                .withMessage("HubSpot does not answer: The address 10.0.0.1 is refused")
                .matches(e -> !e.retryable());
    }

    private static Settings settings(String address, String token) {
        return new Settings(ACME, Map.of("baseAddress", address, "token", token));
    }
}
