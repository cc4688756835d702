package org.patchbay.plugin.ldap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.patchbay.spi.plugins.PluginException;

/** Which servers are trusted. */
final class Certificates {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private Certificates() {}

    /** Trusts what the certificates vouch for; without any, what Java does. */
    static SSLContext trusting(Optional<String> pem) throws PluginException {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(pem.isPresent() ? store(pem.get()) : null);
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(null, trust.getTrustManagers(), null);
            return tls;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static @Nullable KeyStore store(String pem) throws GeneralSecurityException, IOException, PluginException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher found = PEM.matcher(pem);
        while (found.find()) {
            byte[] der = Base64.getMimeDecoder().decode(found.group(1));
            store.setCertificateEntry(
                    "trusted-" + store.size(), factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        if (store.size() == 0) {
            throw unreadable();
        }
        return store;
    }

    private static PluginException unreadable() {
        return new PluginException(LdapPlugin.TITLE + " cannot be trusted: the certificate is not one in PEM", false);
    }
}
