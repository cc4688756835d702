package org.patchbay.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.tenancy.InMemoryPortals;

class PublicLinksTest {

    private final InMemoryPortals portals = new InMemoryPortals();

    private String link(String host, Map<String, ?> settings) {
        PortalId portal = portals.create(new PortalDraft("A", host, "en", "UTC", "#000000"), Callers.root())
                .id();
        return new PublicLinks(portals, Configs.with(settings))
                .link(portal, "/welcome#x")
                .toString();
    }

    @ParameterizedTest
    @CsvSource({
        "acme.localhost, '', 0, http://acme.localhost:8080/welcome#x",
        "acme.example, '', 0, https://acme.example:8443/welcome#x",
        "acme.example, https, 443, https://acme.example/welcome#x",
        "acme.example, http, 80, http://acme.example/welcome#x",
        "acme.localhost, https, 0, https://acme.localhost:8443/welcome#x",
        "acme.example, '', 444, https://acme.example:444/welcome#x",
        "2001:db8:0:0:0:0:0:1, '', 443, https://[2001:db8:0:0:0:0:0:1]/welcome#x",
        "xn--bcher-kva.example, '', 443, https://xn--bcher-kva.example/welcome#x",
    })
    void leadsToThePortalsHost(String host, String scheme, int port, String expected) {
        assertThat(link(host, Map.of("publicScheme", scheme, "publicPort", port)))
                .isEqualTo(expected);
    }

    @Test
    void knowsOnlyPortalsThatAre() {
        var links = new PublicLinks(portals, Configs.with(Map.of()));
        assertThatThrownBy(() -> links.link(new PortalId("garbage"), "/"))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
    }

    @Test
    void refusesSettingsThatCannotBe() {
        assertThatThrownBy(() -> new PublicLinks(portals, Configs.with(Map.of("publicScheme", "ftp"))))
                .hasMessageContaining("PATCHBAY_PUBLIC_SCHEME");
        assertThatThrownBy(() -> new PublicLinks(portals, Configs.with(Map.of("publicPort", 70_000))))
                .hasMessageContaining("PATCHBAY_PUBLIC_PORT");
    }
}
