package org.patchbay.plugin.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.spi.plugins.PluginException;

/** Says what went wrong in one sentence for people. */
final class LdapTrouble {

    private static final Set<ResultCode> SILENT = Set.of(
            ResultCode.CONNECT_ERROR,
            ResultCode.SERVER_DOWN,
            ResultCode.TIMEOUT,
            ResultCode.TIME_LIMIT_EXCEEDED,
            ResultCode.BUSY,
            ResultCode.UNAVAILABLE,
            ResultCode.LOCAL_ERROR);

    private static final Set<ResultCode> UNPROTECTED =
            Set.of(ResultCode.STRONG_AUTH_REQUIRED, ResultCode.CONFIDENTIALITY_REQUIRED);

    private LdapTrouble() {}

    static PluginException silent(LdapServer server) {
        return new PluginException(
                LdapPlugin.TITLE + " does not answer at " + server.host() + ":" + server.port(), true);
    }

    static PluginException of(LdapServer server, PatchbayException e) {
        if (e.problem() == Problem.FORBIDDEN) {
            return new PluginException(
                    LdapPlugin.TITLE + " is at " + server.host() + ":" + server.port()
                            + ", which root does not let this server call (PATCHBAY_HTTP_ALLOW)",
                    false);
        }
        return new PluginException(LdapPlugin.TITLE + " has no such host: " + server.host(), true);
    }

    static PluginException of(LdapServer server, LDAPException e) {
        if (tls(e).isPresent()) {
            return new PluginException(
                    LdapPlugin.TITLE + " shows a certificate that is not trusted or not for " + server.host(), false);
        }
        ResultCode code = e.getResultCode();
        if (UNPROTECTED.contains(code)) {
            return new PluginException(LdapPlugin.TITLE + " asks for a protected connection", false);
        }
        if (SILENT.contains(code)) {
            return silent(server);
        }
        if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            return new PluginException(LdapPlugin.TITLE + " does not have " + server.base(), false);
        }
        return new PluginException(LdapPlugin.TITLE + " refuses: " + code.getName(), false);
    }

    private static Optional<SSLException> tls(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException tls) {
                return Optional.of(tls);
            }
        }
        return Optional.empty();
    }
}
