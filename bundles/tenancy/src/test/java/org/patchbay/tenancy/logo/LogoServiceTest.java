package org.patchbay.tenancy.logo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.PortalDraft;
import org.patchbay.tenancy.World;
import org.patchbay.tenancy.store.LogoStore;
import org.patchbay.testing.identity.Callers;

class LogoServiceTest {

    private final World world = new World();
    private final Kept kept = new Kept();
    private final LogoService logos = new LogoService(kept, world.portals, world.work);
    private final Portal acme =
            world.portals.create(new PortalDraft("Acme", "acme.localhost", "en", "UTC", "#000000"), Callers.root());

    @AfterEach
    void close() {
        world.close();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0xff0000);
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg"})
    void makesAPngOfItsOwn(String format) throws IOException {
        byte[] sent = picture(format, 1600, 400);
        byte[] trailed = Arrays.copyOf(sent, sent.length + 9);
        System.arraycopy("<script/>".getBytes(StandardCharsets.US_ASCII), 0, trailed, sent.length, 9);

        Portal changed = logos.put(acme.id(), acme.version(), trailed, Callers.root());

        String hash = changed.logo().orElseThrow();
        byte[] png = logos.find(acme.id(), hash).orElseThrow();
        BufferedImage served = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(served.getWidth()).isEqualTo(640);
        assertThat(served.getHeight()).isEqualTo(160);
        assertThat(new String(png, StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(world.portals.find(acme.id())).contains(changed);
        assertThat(logos.find(PortalId.ROOT, hash)).isEmpty();
    }

    @Test
    void isTakenAway() throws IOException {
        Portal changed = logos.put(acme.id(), 1, picture("png", 10, 10), Callers.root());
        Portal bare = logos.remove(acme.id(), 2, Callers.root());
        assertThat(bare.logo()).isEmpty();
        assertThat(logos.find(acme.id(), changed.logo().orElseThrow())).isEmpty();
    }

    @Test
    void staysWhenThePortalIsChanged() throws IOException {
        Portal changed = logos.put(acme.id(), 1, picture("png", 10, 10), Callers.root());
        Portal renamed = world.portals.update(
                acme.id(), 2, new PortalDraft("B", "b.localhost", "en", "UTC", "#000000"), Callers.root());
        assertThat(renamed.logo()).isEqualTo(changed.logo());
    }

    @Test
    void refusesWhatIsNoPictureOrTooLarge() throws IOException {
        refuses("logo.kind", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII));
        refuses("logo.kind", new byte[0]);
        refuses("logo.kind", picture("gif", 10, 10));
        refuses("logo.kind", Arrays.copyOf(picture("png", 100, 100), 60));
        refuses("logo.pixels", picture("png", 6001, 1));
        assertThatThrownBy(() -> logos.put(acme.id(), 1, new byte[LogoService.MOST_BYTES + 1], Callers.root()))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.TOO_LARGE));
    }

    private void refuses(String code, byte[] sent) {
        assertThatThrownBy(() -> logos.put(acme.id(), 1, sent, Callers.root()))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors().get(0).code()).isEqualTo(code));
    }

    /** Logos in a map. */
    private static final class Kept implements LogoStore {

        private final Map<PortalId, Map.Entry<String, byte[]>> logos = new HashMap<>();

        @Override
        public void put(PortalId portal, String hash, byte[] png) {
            logos.put(portal, Map.entry(hash, png));
        }

        @Override
        public Optional<byte[]> find(PortalId portal, String hash) {
            return Optional.ofNullable(logos.get(portal))
                    .filter(logo -> logo.getKey().equals(hash))
                    .map(Map.Entry::getValue);
        }

        @Override
        public void delete(PortalId portal) {
            logos.remove(portal);
        }
    }
}
