package org.patchbay.plugin.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.plugins.Plugin;
import org.patchbay.spi.plugins.PluginException;
import org.patchbay.testing.http.LoopbackAddresses;
import org.patchbay.testing.identity.LdapStub;
import org.patchbay.testing.plugins.PluginContract;

@Tag("S0.28")
class LdapPluginTest implements PluginContract {

    private final LdapStub stub = new LdapStub(0, false);
    private final Plugin plugin = new LdapPlugin(new LoopbackAddresses());

    LdapPluginTest() {
        add("ada");
    }

    @AfterEach
    void close() {
        stub.stop();
    }

    /** What a portal sets, with the schema's defaults. */
    static Map<String, Object> working(LdapStub stub) {
        return Map.of(
                "host",
                "127.0.0.1",
                "port",
                (long) stub.port(),
                "security",
                "none",
                "base",
                LdapStub.BASE,
                "lookUp",
                "account",
                "searchName",
                LdapStub.SEARCHER,
                "searchPassword",
                LdapStub.SEARCHER_PASSWORD,
                "personName",
                "{login}",
                "timeoutSeconds",
                2L);
    }

    @Override
    public Plugin plugin() {
        return plugin;
    }

    @Override
    public Settings working() {
        return with(Map.of());
    }

    @Override
    public Settings refused() {
        return with(Map.of("searchPassword", "another"));
    }

    private Settings with(Map<String, Object> other) {
        Map<String, Object> values = new HashMap<>(working(stub));
        values.putAll(other);
        return new Settings(ACME, values);
    }

    private void add(String login) {
        stub.add(login, "engine no. 1", login, login + "@acme.example", "1");
    }

    private void says(String sentence, Map<String, Object> other) {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> plugin.test(with(other)))
                .withMessage(sentence);
    }

    @Test
    void saysHowManyPeopleThereAre() throws PluginException {
        assertThat(plugin.test(working()))
                .isEqualTo("LDAP answers over an open connection: 1 person below dc=acme,dc=example");
    }

    @Test
    void countsPageByPage() throws PluginException {
        for (int i = 0; i < 1200; i++) {
            add("person" + i);
        }

        assertThat(plugin.test(working())).contains(": 1201 people below");
    }

    @Test
    void namesWhatIsWrong() {
        says("LDAP refused the account that looks people up", Map.of("searchPassword", "another"));
        says("LDAP needs a password for the account that looks people up", Map.of("searchPassword", ""));
        says("LDAP does not have dc=elsewhere", Map.of("base", "dc=elsewhere"));
        says(
                "LDAP answers, and has nobody for the filter below ou=groups,dc=acme,dc=example",
                Map.of("base", LdapStub.GROUPS));
        says("LDAP does not have the group cn=nobody,dc=acme", Map.of("group", "cn=nobody,dc=acme"));
        says("LDAP cannot be asked: the filter is not one", Map.of("filter", "((uid={login})"));
        says(
                "LDAP cannot be trusted: the certificate is not one in PEM",
                Map.of("security", "StartTLS", "certificate", "MIIB"));
        says(
                "LDAP is at 10.0.0.1:" + stub.port()
                        + ", which root does not let this server call (PATCHBAY_HTTP_ALLOW)",
                Map.of("host", "10.0.0.1"));
    }

    @Test
    void saysThatNothingAnswersWhereNothingListens() throws IOException {
        // Bound, never listening: nobody else gets the port meanwhile.
        try (var deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            int port = deaf.getLocalPort();

            says("LDAP does not answer at 127.0.0.1:" + port, Map.of("port", (long) port));
        }
    }

    @Test
    void waitsNoLongerThanItIsToldForSomethingElse() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            int port = silent.getLocalPort();
            long start = System.nanoTime();

            says("LDAP does not answer at 127.0.0.1:" + port, Map.of("port", (long) port, "timeoutSeconds", 1L));

            assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void sendsNothingOpenBeforePeopleSignIn() throws PluginException {
        assertThat(plugin.test(with(Map.of("lookUp", "person"))))
                .isEqualTo("LDAP answers over an open connection; people are looked up with their own passwords");
        assertThat(stub.checks()).isZero();
    }
}
