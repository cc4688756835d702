package org.patchbay.testing.identity;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.BindResult;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ReadOnlyEntry;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An LDAP server in memory that also speaks like Active Directory where asked: people sign in by user principal name,
 * disabled accounts are refused with its reasons, and members of members are found by its rule. Also a program, for
 * demonstrations: {@code java -cp … org.patchbay.testing.identity.LdapStub PORT} has the people Ada and Grace below
 * {@code ou=people,dc=acme,dc=example}, Grace in the group {@code cn=phones,ou=groups,dc=acme,dc=example}.
 */
public final class LdapStub implements DirectoryServer {

    public static final String BASE = "dc=acme,dc=example";
    public static final String PEOPLE = "ou=people," + BASE;
    public static final String GROUPS = "ou=groups," + BASE;
    public static final String SEARCHER = "cn=search," + BASE;
    public static final String SEARCHER_PASSWORD = "look only";

    private static final String ACTIVE_DIRECTORY = "1.2.840.113556.1.4.800";
    private static final String IN_CHAIN = "memberOf:1.2.840.113556.1.4.1941:=";
    private static final int MOST_AT_ONCE = 1000;

    private final InMemoryDirectoryServer server;
    private final StubCertificate certificate = StubCertificate.make();
    private final AtomicInteger checks = new AtomicInteger();
    private final AtomicInteger inChain = new AtomicInteger();

    /** Listens on the loopback address; port 0 takes any. */
    public LdapStub(int port, boolean activeDirectory) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            var config = new InMemoryDirectoryServerConfig(BASE);
            config.setSchema(null);
            config.setMaxSizeLimit(MOST_AT_ONCE);
            config.addAdditionalBindCredentials(SEARCHER, SEARCHER_PASSWORD);
            config.setListenerConfigs(
                    InMemoryListenerConfig.createLDAPConfig(
                            "ldap", loopback, port, certificate.context().getSocketFactory()),
                    InMemoryListenerConfig.createLDAPSConfig(
                            "ldaps",
                            loopback,
                            0,
                            certificate.context().getServerSocketFactory(),
                            certificate.context().getSocketFactory()));
            config.addInMemoryOperationInterceptor(new Interceptor(activeDirectory));
            if (activeDirectory) {
                config.setRootDSEEntry(
                        new ReadOnlyEntry("dn: ", "objectClass: top", "supportedCapabilities: " + ACTIVE_DIRECTORY));
            }
            server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: acme");
            server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
            server.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
            server.startListening();
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException("The stub does not start", e);
        }
    }

    /** Runs until ended. */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: LdapStub PORT");
        }
        var stub = new LdapStub(Integer.parseInt(args[0]), false);
        stub.add("ada", "engine no. 1", "Ada Lovelace", "ada@acme.example", "+49 30 1234567");
        stub.add("grace", "a moth in relay 70", "Grace Hopper", "grace@acme.example", "+1 202 555 0143");
        stub.group("phones", place("grace"));
        System.out.println("LDAP stub on 127.0.0.1:" + stub.port());
        System.out.println(stub.certificate());
        new CountDownLatch(1).await();
    }

    /** Where the person with this login is. */
    public static String place(String login) {
        return new RDN("uid", login) + "," + PEOPLE;
    }

    /** Of open connections, and of those that are protected by StartTLS. */
    public int port() {
        return server.getListenPort("ldap");
    }

    /** Of LDAPS. */
    public int securePort() {
        return server.getListenPort("ldaps");
    }

    /** The server's own certificate, for {@code localhost}, as PEM. */
    public String certificate() {
        return certificate.pem();
    }

    @Override
    public String add(String login, String password, String name, String email, String phone) {
        change(() -> server.add(
                "dn: " + place(login),
                "objectClass: inetOrgPerson",
                "uid: " + login,
                "sAMAccountName: " + login,
                "userPrincipalName: " + login + "@acme.example",
                "cn: " + name,
                "mail: " + email,
                "telephoneNumber: " + phone,
                "userAccountControl: 512",
                "userPassword: " + password));
        return entry(place(login)).getAttributeValue("entryUUID");
    }

    @Override
    public void move(String login, String newLogin) {
        change(() -> server.modifyDN(place(login), new RDN("uid", newLogin).toString(), true, GROUPS));
        String moved = new RDN("uid", newLogin) + "," + GROUPS;
        set(moved, "sAMAccountName", newLogin);
        set(moved, "userPrincipalName", newLogin + "@acme.example");
    }

    @Override
    public void disable(String login) {
        set(place(login), "userAccountControl", "514");
    }

    /** Adds a group of these members; answers where it is. */
    public String group(String name, String... members) {
        String dn = "cn=" + name + "," + GROUPS;
        var entry = new Entry(dn);
        entry.addAttribute("objectClass", "groupOfNames");
        entry.addAttribute("cn", name);
        entry.addAttribute("member", members);
        change(() -> server.add(entry));
        return dn;
    }

    /** Changes an attribute of an entry. */
    public void set(String dn, String attribute, String value) {
        change(() ->
                server.modify("dn: " + dn, "changetype: modify", "replace: " + attribute, attribute + ": " + value));
    }

    @Override
    public int checks() {
        return checks.get();
    }

    /** How often members of members were asked for by Active Directory's rule. */
    public int chainQuestions() {
        return inChain.get();
    }

    @Override
    public void stop() {
        server.shutDown(true);
    }

    private Entry entry(String dn) {
        try {
            return Optional.<Entry>ofNullable(server.getEntry(dn, "*", "+")).orElseThrow();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException("The stub does not take it", e);
        }
    }

    private interface Change {
        void make() throws LDAPException, LDIFException;
    }

    /** What the library's server does not do. */
    private final class Interceptor extends InMemoryOperationInterceptor {

        private final boolean activeDirectory;

        Interceptor(boolean activeDirectory) {
            this.activeDirectory = activeDirectory;
        }

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest operation) throws LDAPException {
            SimpleBindRequest request = operation.getRequest();
            String name = request.getBindDN();
            if (name.isEmpty() || name.equals(SEARCHER)) {
                return;
            }
            checks.incrementAndGet();
            if (name.indexOf('=') < 0) {
                List<? extends Entry> found = server.search(
                                BASE, SearchScope.SUB, Filter.createEqualityFilter("userPrincipalName", name))
                        .getSearchEntries();
                if (found.size() != 1) {
                    throw new LDAPException(ResultCode.INVALID_CREDENTIALS, reason("525"));
                }
                operation.setRequest(new SimpleBindRequest(
                        found.get(0).getDN(), request.getPassword().stringValue()));
            }
        }

        @Override
        public void processSimpleBindResult(InMemoryInterceptedSimpleBindResult operation) {
            String name = operation.getRequest().getBindDN();
            if (!activeDirectory
                    || !DN.isValidDN(name)
                    || name.equals(SEARCHER)
                    || name.isEmpty()
                    || !operation.getResult().getResultCode().equals(ResultCode.SUCCESS)) {
                return;
            }
            String state = entry(name).getAttributeValue("userAccountControl");
            if (!state.equals("512")) {
                // Tests give other reasons by the number itself.
                operation.setResult(new BindResult(
                        operation.getMessageID(),
                        ResultCode.INVALID_CREDENTIALS,
                        reason(state.equals("514") ? "533" : state),
                        null,
                        null,
                        null));
            }
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest operation) throws LDAPException {
            SearchRequest request = operation.getRequest().duplicate();
            String filter = request.getFilter().toString();
            int at = filter.indexOf(IN_CHAIN);
            if (at < 0) {
                return;
            }
            inChain.incrementAndGet();
            String group = filter.substring(at + IN_CHAIN.length(), filter.length() - 1);
            Filter any = Filter.createPresenceFilter("objectClass");
            request.setFilter(isIn(request.getBaseDN(), group) ? any : Filter.createNOTFilter(any));
            operation.setRequest(request);
        }

        private boolean isIn(String member, String group) throws LDAPException {
            for (Entry holder : server.search(BASE, SearchScope.SUB, Filter.createEqualityFilter("member", member))
                    .getSearchEntries()) {
                if (DN.equals(holder.getDN(), group) || isIn(holder.getDN(), group)) {
                    return true;
                }
            }
            return false;
        }

        private static String reason(String data) {
            return "80090308: LdapErr: DSID-0C090439, comment: AcceptSecurityContext error, data " + data + ", v4563";
        }
    }
}
