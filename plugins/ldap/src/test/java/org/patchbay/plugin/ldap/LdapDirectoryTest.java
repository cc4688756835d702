package org.patchbay.plugin.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PortalId;
import org.patchbay.api.plugins.Settings;
import org.patchbay.spi.identity.DirectoryAnswer;
import org.patchbay.spi.identity.DirectoryAnswer.Reason;
import org.patchbay.spi.identity.DirectoryAnswer.Refused;
import org.patchbay.spi.identity.DirectoryAnswer.Right;
import org.patchbay.spi.identity.DirectoryAnswer.Wrong;
import org.patchbay.spi.identity.PasswordDirectory;
import org.patchbay.spi.plugins.PluginException;
import org.patchbay.testing.http.LoopbackAddresses;
import org.patchbay.testing.identity.DirectoryServer;
import org.patchbay.testing.identity.LdapStub;
import org.patchbay.testing.identity.PasswordDirectoryContract;

class LdapDirectoryTest implements PasswordDirectoryContract {

    private static final String RIGHT = "engine no. 1";

    private final Map<PortalId, LdapStub> servers = new ConcurrentHashMap<>();
    private final PasswordDirectory directory = new LdapDirectory(new LoopbackAddresses());

    @AfterEach
    void close() {
        servers.values().forEach(LdapStub::stop);
    }

    @Override
    public PasswordDirectory directory() {
        return directory;
    }

    @Override
    public Settings settings(PortalId portal) {
        return settings(portal, Map.of());
    }

    @Override
    public Settings refused(PortalId portal) {
        return settings(portal, Map.of("searchPassword", "another"));
    }

    @Override
    public DirectoryServer server(PortalId portal) {
        return stub(portal);
    }

    private LdapStub stub(PortalId portal) {
        return servers.computeIfAbsent(portal, any -> new LdapStub(0, false));
    }

    private LdapStub acme() {
        return stub(ACME);
    }

    /** From here on the portal's server is an Active Directory. */
    private LdapStub activeDirectory() {
        return servers.computeIfAbsent(ACME, any -> new LdapStub(0, true));
    }

    private Settings settings(PortalId portal, Map<String, Object> other) {
        Map<String, Object> values = new HashMap<>(LdapPluginTest.working(stub(portal)));
        values.putAll(other);
        return new Settings(portal, values);
    }

    private DirectoryAnswer check(Map<String, Object> other, String login, String password) throws PluginException {
        return directory.check(settings(ACME, other), login, password);
    }

    private String add(String login) {
        return acme().add(login, RIGHT, "Name of " + login, login + "@acme.example", "+49 30 1");
    }

    @Test
    void findsPeopleByAnyOfTheirNames() throws PluginException {
        add("ada");

        for (String name : new String[] {"ada", "ADA", "ada@acme.example"}) {
            assertThat(check(Map.of(), name, RIGHT)).isInstanceOfSatisfying(Right.class, right -> assertThat(
                            right.person().login())
                    .isEqualTo("ada"));
        }
    }

    @Test
    void aLoginThatTwoHaveLetsNobodyIn() throws PluginException {
        add("ada");
        add("bob");
        acme().set(LdapStub.place("bob"), "mail", "ada@acme.example");

        assertThat(check(Map.of(), "ada@acme.example", RIGHT)).isEqualTo(new Wrong());
    }

    @Test
    void anUnknownLoginCostsACheckToo() throws PluginException {
        add("ada");

        check(Map.of(), "ada", "engine no. 2");
        int known = acme().checks();
        check(Map.of(), "nobody", "engine no. 2");

        assertThat(acme().checks()).isEqualTo(2 * known);
    }

    @Test
    void looksPeopleUpAsNobodyInParticular() throws PluginException {
        add("ada");

        assertThat(check(Map.of("searchName", "", "searchPassword", ""), "ada", RIGHT))
                .isInstanceOf(Right.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{login}@acme.example", "uid={login},ou=people,dc=acme,dc=example"})
    void peopleLookThemselvesUp(String name) throws PluginException {
        String id = add("ada");
        add("bob");
        Map<String, Object> asPerson = Map.of("lookUp", "person", "personName", name);

        assertThat(check(asPerson, "ada", RIGHT))
                .isInstanceOfSatisfying(
                        Right.class, right -> assertThat(right.person().id()).isEqualTo(id));
        assertThat(check(asPerson, "ada", "engine no. 2")).isEqualTo(new Wrong());
        assertThat(check(asPerson, "eve", RIGHT)).isEqualTo(new Wrong());
        assertThat(check(asPerson, "ada,ou=people", RIGHT)).isEqualTo(new Wrong());
    }

    @Test
    void whoeverSignsInIsWhoIsFound() throws PluginException {
        add("ada");
        acme().add("bob", "another", "Bob", "bob@acme.example", "1");
        acme().set(LdapStub.place("bob"), "mail", "ada@elsewhere.example");
        acme().set(LdapStub.place("ada"), "userPrincipalName", "ada@elsewhere.example");
        Map<String, Object> asPerson = Map.of("lookUp", "person", "personName", "{login}", "filter", "(mail={login})");

        assertThat(check(asPerson, "ada@elsewhere.example", RIGHT)).isEqualTo(new Wrong());
    }

    @Test
    void onlyMembersOfTheGroupComeIn() throws PluginException {
        add("ada");
        add("bob");
        add("cy");
        String inner = acme().group("inner", LdapStub.place("bob"));
        String middle = acme().group("middle", inner);
        String group = acme().group("phones", LdapStub.place("ada"), middle);
        acme().group("ring", "cn=ring,ou=groups,dc=acme,dc=example", LdapStub.place("cy"));
        Map<String, Object> members = Map.of("group", group.replace(",", ", "));

        assertThat(check(members, "ada", RIGHT)).isInstanceOf(Right.class);
        assertThat(check(members, "bob", RIGHT)).isInstanceOf(Right.class);
        assertThat(check(members, "cy", RIGHT)).isEqualTo(new Refused(Reason.NOT_ADMITTED));
        assertThat(check(members, "cy", "engine no. 2")).isEqualTo(new Wrong());
    }

    @Test
    void activeDirectoryFollowsMembersItself() throws PluginException {
        LdapStub server = activeDirectory();
        add("ada");
        add("bob");
        String inner = server.group("inner", LdapStub.place("ada"));
        String group = server.group("phones", inner);
        Map<String, Object> members = Map.of("group", group);

        assertThat(check(members, "ada", RIGHT)).isInstanceOf(Right.class);
        assertThat(check(members, "bob", RIGHT)).isEqualTo(new Refused(Reason.NOT_ADMITTED));
        assertThat(server.chainQuestions()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "514, DISABLED",
        "533, DISABLED",
        "701, EXPIRED",
        "532, PASSWORD_DUE",
        "773, PASSWORD_DUE",
        "530, LOCKED"
    })
    void activeDirectorySaysWhyARightPasswordLetsNobodyIn(String state, Reason reason) throws PluginException {
        LdapStub server = activeDirectory();
        add("ada");
        server.set(LdapStub.place("ada"), "userAccountControl", state);

        assertThat(check(Map.of(), "ada", RIGHT)).isEqualTo(new Refused(reason));
        assertThat(check(Map.of(), "ada", "engine no. 2")).isEqualTo(new Wrong());
    }

    @Test
    void protectsTheConnectionByStartTls() throws PluginException {
        add("ada");

        assertThat(check(startTls("localhost", acme().certificate()), "ada", RIGHT))
                .isInstanceOf(Right.class);
    }

    @Test
    void protectsTheConnectionByLdaps() throws PluginException {
        add("ada");

        assertThat(check(ldaps("localhost", acme().certificate()), "ada", RIGHT))
                .isInstanceOf(Right.class);
    }

    @Test
    void refusesACertificateThatNobodyVouchesFor() {
        add("ada");
        String another = stub(OTHER).certificate();

        for (Map<String, Object> protectedBy : java.util.List.of(
                startTls("localhost", another),
                ldaps("localhost", another),
                startTls("localhost", ""),
                ldaps("localhost", ""))) {
            refused(protectedBy);
        }
        assertThat(acme().checks()).isZero();
    }

    @Test
    void refusesACertificateForAnotherHost() {
        add("ada");

        refused(startTls("ldap.example", acme().certificate()));
        refused(ldaps("ldap.example", acme().certificate()));
        assertThat(acme().checks()).isZero();
    }

    private void refused(Map<String, Object> protectedBy) {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> check(protectedBy, "ada", RIGHT))
                .withMessageStartingWith("LDAP shows a certificate that is not trusted or not for ")
                .matches(e -> !e.retryable());
    }

    private Map<String, Object> startTls(String host, String certificate) {
        return Map.of("host", host, "security", "StartTLS", "certificate", certificate);
    }

    private Map<String, Object> ldaps(String host, String certificate) {
        return Map.of(
                "host", host, "security", "LDAPS", "certificate", certificate, "port", (long) acme().securePort());
    }

    @Test
    @Tag("S0.29")
    void thePortalSaysWhetherNewcomersAreAdmitted() {
        assertThat(directory.admitsNewcomers(settings(ACME))).isFalse();
        assertThat(directory.admitsNewcomers(settings(ACME, Map.of("createPeople", true))))
                .isTrue();
    }
}
