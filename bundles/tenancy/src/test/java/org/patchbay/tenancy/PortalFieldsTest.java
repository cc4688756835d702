package org.patchbay.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Feature;
import org.patchbay.api.tenancy.MeetingDefaults;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.tenancy.PortalFields.BrandingText;
import org.patchbay.tenancy.PortalFields.PortalText;
import org.patchbay.tenancy.logo.LogoService;
import org.patchbay.tenancy.store.LogoStore;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.identity.RoleAccess;

class PortalFieldsTest {

    private final World world = new World();
    private final PortalFields fields = new PortalFields(
            world.portals,
            new PortalEditor(world.portals, new RoleAccess(world.portals)),
            new LogoService(new Kept(), world.portals, world.work));
    private final Portal acme =
            world.portals.create(new PortalDraft("Acme", "acme.localhost", "en", "UTC", "#000000"), Callers.root());

    @AfterEach
    void close() {
        world.close();
    }

    private static String picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", out);
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    private static PortalText text(Optional<String> logo) {
        return new PortalText(
                "Acme Ltd",
                "acme.localhost",
                "de",
                "Europe/Berlin",
                true,
                Optional.of(LocalDate.of(2030, 12, 31)),
                Optional.of(50),
                Set.of("low", "standard"),
                Set.of(Feature.PIN),
                Optional.of(250),
                new MeetingDefaults("standard", "low"),
                new BrandingText("#336699", Optional.of("help@acme.test"), logo));
    }

    @Test
    void appliesEverythingOnceWithTheLogo() throws IOException {
        fields.apply(acme.id(), text(Optional.of(picture())), Callers.root());
        Portal after = world.portals.find(acme.id()).orElseThrow();
        PortalText read = fields.read(acme.id());
        fields.apply(acme.id(), text(Optional.of(picture())), Callers.root());
        fields.apply(acme.id(), read, Callers.root());
        fields.apply(acme.id(), read, Callers.administrator(acme.id()));

        assertThat(after.logo()).isPresent();
        assertThat(read.branding().support()).contains("help@acme.test");
        assertThat(read.participantLimit()).contains(50);
        assertThat(world.portals.find(acme.id())).contains(after);

        fields.apply(acme.id(), text(Optional.empty()), Callers.root());
        assertThat(fields.read(acme.id())).isEqualTo(text(Optional.empty()));
    }

    @Test
    void administratorsChangeBrandingAndNoLimits() {
        assertThatThrownBy(() -> fields.apply(acme.id(), text(Optional.empty()), Callers.administrator(acme.id())))
                .isInstanceOfSatisfying(PatchbayException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.FORBIDDEN);
                    assertThat(refused.errors())
                            .extracting(FieldError::pointer)
                            .containsExactly("/expires", "/participantLimit", "/profiles");
                });
    }

    private static final class Kept implements LogoStore {

        private final Map<PortalId, Map<String, byte[]>> logos = new HashMap<>();

        @Override
        public void put(PortalId portal, String hash, byte[] png) {
            logos.put(portal, Map.of(hash, png));
        }

        @Override
        public Optional<byte[]> find(PortalId portal, String hash) {
            return Optional.ofNullable(logos.getOrDefault(portal, Map.of()).get(hash));
        }

        @Override
        public void delete(PortalId portal) {
            logos.remove(portal);
        }
    }
}
