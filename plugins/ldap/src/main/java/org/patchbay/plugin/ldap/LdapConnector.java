package org.patchbay.plugin.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.NameResolver;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.net.InetAddress;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.http.Addresses;
import org.patchbay.plugin.ldap.LdapServer.Security;
import org.patchbay.spi.plugins.PluginException;

/** Connects to servers, at addresses that the platform lets through alone. Thread-safe. */
final class LdapConnector {

    private static final int MOST_BYTES = 4 << 20;

    private final Addresses addresses;

    LdapConnector(Addresses addresses) {
        this.addresses = addresses;
    }

    /** Opens a connection on which nobody is signed in yet, protected as the settings say. */
    LdapSession open(LdapServer server) throws PluginException {
        PluginException last = LdapTrouble.silent(server);
        for (InetAddress address : addresses(server)) {
            try {
                return new LdapSession(connect(server, address), server);
            } catch (LDAPException e) {
                last = LdapTrouble.of(server, e);
            }
        }
        throw last;
    }

    private List<InetAddress> addresses(LdapServer server) throws PluginException {
        try {
            return addresses.find(server.host(), server.port());
        } catch (PatchbayException e) {
            throw LdapTrouble.of(server, e);
        }
    }

    private static LDAPConnection connect(LdapServer server, InetAddress address)
            throws LDAPException, PluginException {
        var options = new LDAPConnectionOptions();
        options.setConnectTimeoutMillis(server.timeoutMillis());
        options.setResponseTimeoutMillis(server.timeoutMillis());
        options.setMaxMessageSize(MOST_BYTES);
        options.setFollowReferrals(false);
        options.setUseSynchronousMode(true);
        options.setBindWithDNRequiresPassword(true);
        options.setNameResolver(new Pinned(address));
        options.setSSLSocketVerifier(new HostCheck());
        if (server.security() == Security.LDAPS) {
            SSLContext tls = Certificates.trusting(server.certificates());
            return new LDAPConnection(tls.getSocketFactory(), options, server.host(), server.port());
        }
        var connection = new LDAPConnection(SocketFactory.getDefault(), options, server.host(), server.port());
        if (server.security() == Security.STARTTLS) {
            try {
                startTls(connection, Certificates.trusting(server.certificates()));
            } catch (LDAPException | PluginException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    private static void startTls(LDAPConnection connection, SSLContext tls) throws LDAPException {
        var result = connection.processExtendedOperation(new StartTLSExtendedRequest(tls));
        if (!result.getResultCode().equals(com.unboundid.ldap.sdk.ResultCode.SUCCESS)) {
            throw new LDAPException(result);
        }
    }

    /** The address that was let through, whatever the name means by now. */
    private static final class Pinned extends NameResolver {

        private final InetAddress address;

        Pinned(InetAddress address) {
            this.address = address;
        }

        @Override
        public InetAddress getByName(String host) {
            return address;
        }

        @Override
        public InetAddress[] getAllByName(String host) {
            return new InetAddress[] {address};
        }

        @Override
        public void toString(StringBuilder buffer) {
            buffer.append("Pinned");
        }
    }
}
