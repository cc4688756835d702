package org.patchbay.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;

final class PublicLinksTest {

    private static final PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");

    private static String link(String host, String scheme, int port) {
        return new PublicLinks(new OnePortal(host), scheme, port, 8080, 8443)
                .link(ACME, "/m/x")
                .toString();
    }

    @Test
    void thisMachineIsReachedByHttpAndOthersByHttps() {
        assertThat(link("acme.localhost", "", 0)).isEqualTo("http://acme.localhost:8080/m/x");
        assertThat(link("127.0.0.1", "", 0)).isEqualTo("http://127.0.0.1:8080/m/x");
        assertThat(link("meet.acme.test", "", 0)).isEqualTo("https://meet.acme.test:8443/m/x");
    }

    @Test
    void behindAProxyTheSettingsSayHow() {
        assertThat(link("meet.acme.test", "https", 443)).isEqualTo("https://meet.acme.test/m/x");
        assertThat(link("2001:db8:0:0:0:0:0:1", "http", 80)).isEqualTo("http://[2001:db8:0:0:0:0:0:1]/m/x");
    }

    @Test
    void refusesOtherSchemes() {
        assertThatThrownBy(() -> link("acme.test", "ftp", 0)).hasMessageContaining("PATCHBAY_PUBLIC_SCHEME");
        assertThatThrownBy(() -> link("acme.test", "", 70_000)).hasMessageContaining("PATCHBAY_PUBLIC_PORT");
    }

    private record OnePortal(String host) implements Portals {

        @Override
        public Optional<Portal> find(PortalId portal) {
            return Optional.of(new Portal(ACME, "Acme", host, "en", "UTC", "#2f6fed", Instant.EPOCH, 1));
        }

        @Override
        public Portal create(PortalDraft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Portal update(PortalId portal, long version, PortalDraft draft) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(PortalId portal) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Portal> onHost(String name) {
            return Optional.empty();
        }

        @Override
        public Page<Portal> list(Optional<String> text, PageRequest page) {
            throw new UnsupportedOperationException();
        }
    }
}
