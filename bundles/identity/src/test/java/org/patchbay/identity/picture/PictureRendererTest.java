package org.patchbay.identity.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;

@Tag("S0.38")
class PictureRendererTest {

    static byte[] file(String format, int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var graphics = image.createGraphics();
        graphics.setColor(java.awt.Color.ORANGE);
        graphics.fillRect(0, 0, width / 2, height / 2);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage shown(StoredPicture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.content()));
    }

    private static void refuses(String code, byte[] upload) {
        assertThatThrownBy(() -> PictureRenderer.render(upload))
                .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.errors())
                        .extracting(error -> error.code())
                        .containsExactly(code));
    }

    @Test
    void makesASquareOf256() throws IOException {
        StoredPicture jpeg = PictureRenderer.render(file("jpeg", 3000, 2000, BufferedImage.TYPE_INT_RGB));
        StoredPicture png = PictureRenderer.render(file("png", 40, 90, BufferedImage.TYPE_INT_ARGB));

        assertThat(jpeg.mediaType()).isEqualTo("image/jpeg");
        assertThat(jpeg.hash()).matches("[0-9a-f]{64}");
        assertThat(shown(jpeg).getWidth()).isEqualTo(256);
        assertThat(shown(jpeg).getHeight()).isEqualTo(256);
        assertThat(png.mediaType()).isEqualTo("image/png");
        assertThat(shown(png).getWidth()).isEqualTo(256);
        assertThat(shown(png).getRGB(250, 250) >>> 24).isZero();
    }

    @Test
    void nothingButPixelsRemains() {
        byte[] plain = file("jpeg", 300, 300, BufferedImage.TYPE_INT_RGB);
        byte[] note = "Exif\0\0GPS at home".getBytes(StandardCharsets.ISO_8859_1);
        byte[] marked = ByteBuffer.allocate(plain.length + note.length + 4)
                .put(plain, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (note.length + 2))
                .put(note)
                .put(plain, 2, plain.length - 2)
                .array();

        StoredPicture picture = PictureRenderer.render(marked);

        assertThat(new String(picture.content(), StandardCharsets.ISO_8859_1)).doesNotContain("GPS at home");
        assertThat(picture.hash()).isEqualTo(PictureRenderer.render(plain).hash());
    }

    @Test
    void aSmallFileThatClaimsManyPixelsIsRefusedByItsHeader() {
        byte[] bomb = file("png", 10, 10, BufferedImage.TYPE_INT_RGB);
        ByteBuffer.wrap(bomb).putInt(16, 19_000).putInt(20, 19_000);
        var crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());

        refuses("picture.pixels", bomb);
    }

    @Test
    void refusesWhatIsNoPicture() {
        byte[] png = file("png", 300, 300, BufferedImage.TYPE_INT_RGB);

        refuses("picture.format", "GIF89a".getBytes(StandardCharsets.US_ASCII));
        refuses("picture.format", "<svg onload='x'/>".getBytes(StandardCharsets.US_ASCII));
        refuses("picture.format", new byte[0]);
        refuses("picture.unreadable", Arrays.copyOf(png, 20));
        byte[] torn = file("jpeg", 300, 300, BufferedImage.TYPE_INT_RGB);
        refuses("picture.unreadable", Arrays.copyOf(torn, 40));
    }
}
