package org.patchbay.tenancy.logo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/**
 * Makes a PNG of our own of an uploaded PNG or JPEG, so that nothing of what was sent is served: no comment, no place, no
 * second file behind the first.
 */
final class LogoImage {

    private static final Set<String> KINDS = Set.of("png", "jpeg");
    private static final int MOST_SIDE = 6000;
    private static final long MOST_PIXELS = 16_000_000;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;

    private LogoImage() {}

    /** The picture as PNG, made smaller where it is larger than a page shows; INVALID if it is none. */
    static byte[] png(byte[] sent) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            ImageReader reader = reader(in);
            try {
                return write(fit(read(reader, in)));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unreadable();
        }
    }

    private static ImageReader reader(ImageInputStream in) throws IOException {
        for (Iterator<ImageReader> readers = ImageIO.getImageReaders(in); readers.hasNext(); ) {
            ImageReader reader = readers.next();
            if (KINDS.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                return reader;
            }
        }
        throw unreadable();
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream in) throws IOException {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width > MOST_SIDE || height > MOST_SIDE || (long) width * height > MOST_PIXELS) {
            throw Problem.INVALID.at("", "logo.pixels", "has more than 16 million pixels, or a side of over 6000");
        }
        return reader.read(0);
    }

    private static BufferedImage fit(BufferedImage image) {
        double scale = Math.min(1, Math.min((double) WIDTH / image.getWidth(), (double) HEIGHT / image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        var fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return fitted;
    }

    private static byte[] write(BufferedImage image) throws IOException {
        var png = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", png)) {
            throw new IllegalStateException("This JDK writes no PNG");
        }
        return png.toByteArray();
    }

    private static PatchbayException unreadable() {
        return Problem.INVALID.at("", "logo.kind", "must be a PNG or JPEG picture");
    }
}
