package org.patchbay.plugin.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.DereferencePolicy;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.patchbay.spi.plugins.PluginException;

/** One connection to a server, with bounded questions. For one thread. */
final class LdapSession implements AutoCloseable {

    static final int MOST_COUNTED = 10_000;

    private static final int PAGE = 500;
    private static final String NO_ATTRIBUTES = "1.1";

    /** What servers answer to a password that opens nothing; the account itself may be why. */
    private static final Set<ResultCode> WRONG = Set.of(
            ResultCode.INVALID_CREDENTIALS,
            ResultCode.NO_SUCH_OBJECT,
            ResultCode.INVALID_DN_SYNTAX,
            ResultCode.INAPPROPRIATE_AUTHENTICATION,
            ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
            ResultCode.UNWILLING_TO_PERFORM,
            ResultCode.CONSTRAINT_VIOLATION);

    private final LDAPConnection connection;
    private final LdapServer server;

    LdapSession(LDAPConnection connection, LdapServer server) {
        this.connection = connection;
        this.server = server;
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Signs in as the account that looks people up, or as nobody. */
    void bindSearcher() throws PluginException {
        Optional<LDAPException> refusal =
                bind(server.searcher().orElse(""), server.searcher().isPresent() ? server.searcherPassword() : "");
        if (refusal.isPresent()) {
            throw new PluginException(LdapPlugin.TITLE + " refused the account that looks people up", false);
        }
    }

    /** Signs in as somebody by a login; answers why not. */
    Optional<LDAPException> bindLogin(String login, String password) throws PluginException {
        String name = server.personName();
        String written = name.indexOf('=') < 0 ? login : escaped(login);
        return bind(name.replace(LdapServer.LOGIN, written), password);
    }

    /** Signs in; answers why not. */
    Optional<LDAPException> bind(String name, String password) throws PluginException {
        try {
            connection.bind(new SimpleBindRequest(name, password));
            return Optional.empty();
        } catch (LDAPException e) {
            if (WRONG.contains(e.getResultCode())) {
                return Optional.of(e);
            }
            throw LdapTrouble.of(server, e);
        }
    }

    /** Takes as long as checking a password of somebody who is there. */
    void bindNobody(String password) throws PluginException {
        var unused = bind("cn=" + UUID.randomUUID() + "," + server.base(), password);
    }

    /** Who has the login; nobody when more than one has it. */
    Optional<SearchResultEntry> person(String login) throws PluginException {
        SearchRequest request = request(server.base(), SearchScope.SUB, filter(login), PersonEntry.ATTRIBUTES);
        request.setSizeLimit(2);
        try {
            List<SearchResultEntry> found = connection.search(request).getSearchEntries();
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
                return Optional.empty();
            }
            throw LdapTrouble.of(server, e);
        }
    }

    /** How many people the filter finds, at most so many. */
    int countPeople() throws PluginException {
        int[] count = {0};
        pages(
                request(
                        server.base(),
                        SearchScope.SUB,
                        parsed(server.filter().replace(LdapServer.LOGIN, "*")),
                        NO_ATTRIBUTES),
                MOST_COUNTED,
                entry -> count[0]++);
        return Math.min(count[0], MOST_COUNTED);
    }

    boolean exists(String dn) throws PluginException {
        return matches(dn, Filter.createPresenceFilter("objectClass"));
    }

    /** Whether the entry is there and fits the filter. */
    boolean matches(String dn, Filter filter) throws PluginException {
        try {
            return connection
                            .search(request(dn, SearchScope.BASE, filter, NO_ATTRIBUTES))
                            .getEntryCount()
                    > 0;
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)
                    || e.getResultCode().equals(ResultCode.INVALID_DN_SYNTAX)) {
                return false;
            }
            throw LdapTrouble.of(server, e);
        }
    }

    /** The places of all entries that fit, page by page, at most so many. */
    void find(Filter filter, int most, Consumer<String> each) throws PluginException {
        pages(
                request(server.base(), SearchScope.SUB, filter, NO_ATTRIBUTES),
                most,
                entry -> each.accept(entry.getDN()));
    }

    /** The server's own entry, which it shows to everybody. */
    SearchResultEntry readRoot() throws PluginException {
        try {
            SearchResult result = connection.search(
                    request("", SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "supportedCapabilities"));
            if (result.getEntryCount() == 1) {
                return result.getSearchEntries().get(0);
            }
        } catch (LDAPSearchException e) {
            throw LdapTrouble.of(server, e);
        }
        throw new PluginException("What answers there is not " + LdapPlugin.TITLE, false);
    }

    /** Servers give at most so many entries at a time, Active Directory a thousand. */
    private void pages(SearchRequest request, int most, Consumer<SearchResultEntry> each) throws PluginException {
        int found = 0;
        Optional<ASN1OctetString> cookie = Optional.empty();
        try {
            do {
                request.setControls(new SimplePagedResultsControl(PAGE, cookie.orElse(null), false));
                SearchResult page = connection.search(request);
                page.getSearchEntries().forEach(each);
                found += page.getEntryCount();
                cookie = Optional.ofNullable(SimplePagedResultsControl.get(page))
                        .filter(SimplePagedResultsControl::moreResultsToReturn)
                        .map(SimplePagedResultsControl::getCookie);
            } while (cookie.isPresent() && found < most);
        } catch (LDAPException e) {
            throw LdapTrouble.of(server, e);
        }
    }

    private SearchRequest request(String base, SearchScope scope, Filter filter, String... attributes) {
        var request = new SearchRequest(base, scope, filter, attributes);
        request.setTimeLimitSeconds(Math.max(1, server.timeoutMillis() / 1000));
        request.setDerefPolicy(DereferencePolicy.NEVER);
        return request;
    }

    private Filter filter(String login) throws PluginException {
        return parsed(server.filter().replace(LdapServer.LOGIN, Filter.encodeValue(login)));
    }

    private static Filter parsed(String filter) throws PluginException {
        try {
            return Filter.create(filter);
        } catch (LDAPException e) {
            throw new PluginException(LdapPlugin.TITLE + " cannot be asked: the filter is not one", false);
        }
    }

    /** A login as part of a distinguished name. */
    private static String escaped(String login) {
        return new RDN("x", login).toString().substring("x=".length());
    }

    /** Whether both are the same place, however written. */
    static boolean same(String one, String other) {
        try {
            return DN.equals(one, other);
        } catch (LDAPException e) {
            return one.equalsIgnoreCase(other);
        }
    }
}
