package org.patchbay.web.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.tenancy.BandwidthProfile;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.api.tenancy.Portals;

/** Root's portal on localhost, and three others. */
public final class FakePortals implements Portals {

    public static final Portal ROOT = portal(PortalId.ROOT.value(), "Root", "localhost");
    public static final Portal ACME = portal("01900000-0000-7000-8000-00000000000a", "Acme", "acme.localhost");
    public static final Portal BETA = portal("01900000-0000-7000-8000-00000000000b", "Beta", "beta.example.com");

    /** Without pages. */
    public static final Portal BARE = bare("01900000-0000-7000-8000-00000000000c", "Bare", "bare.localhost");

    private static final List<Portal> ALL = List.of(ROOT, ACME, BETA, BARE);

    /** Makes every look-up fail while set. */
    public volatile boolean down;

    private static Portal portal(String id, String name, String host) {
        var draft = new PortalDraft(name, host, "en", "UTC", "#336699");
        return Portal.of(new PortalId(id), draft, Optional.empty(), Instant.EPOCH, 1);
    }

    private static Portal bare(String id, String name, String host) {
        var draft = new PortalDraft(
                name,
                host,
                "de",
                "UTC",
                "#336699",
                false,
                Optional.empty(),
                Optional.empty(),
                BandwidthProfile.ids(),
                Set.of(),
                Optional.empty(),
                MeetingDefaults.standard());
        return Portal.of(new PortalId(id), draft, Optional.empty(), Instant.EPOCH, 1);
    }

    @Override
    public Optional<Portal> find(PortalId portal) {
        return ALL.stream().filter(each -> each.id().equals(portal)).findFirst();
    }

    @Override
    public Optional<Portal> onHost(String host) {
        if (down) {
            throw new IllegalStateException("no database");
        }
        var name = host.equals("127.0.0.1") ? "localhost" : host;
        return ALL.stream().filter(each -> each.host().equals(name)).findFirst();
    }

    @Override
    public Page<Portal> list(Optional<String> text, PageRequest page) {
        return Page.of(ALL.subList(1, 3));
    }

    @Override
    public Portal create(PortalDraft draft, Caller by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Portal update(PortalId portal, long version, PortalDraft draft, Caller by) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(PortalId portal, Caller by) {
        throw new UnsupportedOperationException();
    }
}
