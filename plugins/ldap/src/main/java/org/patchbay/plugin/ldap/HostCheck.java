package org.patchbay.plugin.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.SSLSocketVerifier;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;

/** Takes a certificate for the host alone that was asked for, and says so in a way that can be told from silence. */
final class HostCheck extends SSLSocketVerifier {

    private final SSLSocketVerifier names = new HostNameSSLSocketVerifier(true);

    @Override
    public void verifySSLSocket(String host, int port, SSLSocket socket) throws LDAPException {
        try {
            names.verifySSLSocket(host, port, socket);
        } catch (LDAPException e) {
            throw new LDAPException(
                    ResultCode.CONNECT_ERROR, e.getMessage(), new SSLPeerUnverifiedException(e.getMessage()));
        }
    }
}
