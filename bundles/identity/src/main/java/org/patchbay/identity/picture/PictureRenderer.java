package org.patchbay.identity.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/**
 * Turns an upload into a picture of 256 by 256 pixels. What the file says of its size is read before any pixel is, and
 * pixels are skipped while reading, so that a small file cannot claim much memory. Thread-safe.
 */
final class PictureRenderer {

    static final int SIDE = 256;

    private static final long PIXEL_LIMIT = 25_000_000;
    private static final int SIDE_LIMIT = 20_000;
    private static final float QUALITY = 0.88f;

    private PictureRenderer() {}

    /** The picture's middle square, re-encoded; nothing but its pixels remains. */
    static StoredPicture render(byte[] upload) {
        String format = format(upload);
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(upload))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                BufferedImage square = square(read(reader));
                return square.getColorModel().hasAlpha() ? png(square) : jpeg(square);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            // What the readers of the JDK throw for files that are broken in one way or another.
            throw unreadable();
        }
    }

    private static BufferedImage read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (width < 1
                || height < 1
                || width > SIDE_LIMIT
                || height > SIDE_LIMIT
                || (long) width * height > PIXEL_LIMIT) {
            throw Problem.INVALID.at(
                    "",
                    "picture.pixels",
                    "must have at most 25 megapixels and " + SIDE_LIMIT + " pixels a side",
                    Map.of("megapixels", 25));
        }
        var param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.min(width, height) / (2 * SIDE));
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage square(BufferedImage image) {
        int side = Math.min(image.getWidth(), image.getHeight());
        int left = (image.getWidth() - side) / 2;
        int top = (image.getHeight() - side) / 2;
        int type = image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var scaled = new BufferedImage(SIDE, SIDE, type);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.drawImage(image, 0, 0, SIDE, SIDE, left, top, left + side, top + side, null);
        graphics.dispose();
        return scaled;
    }

    private static StoredPicture png(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return hashed("image/png", out.toByteArray());
    }

    private static StoredPicture jpeg(BufferedImage image) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return hashed("image/jpeg", out.toByteArray());
    }

    private static StoredPicture hashed(String mediaType, byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return new StoredPicture(HexFormat.of().formatHex(digest), mediaType, content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String format(byte[] file) {
        if (starts(file, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return "png";
        }
        if (starts(file, 0xff, 0xd8, 0xff)) {
            return "jpeg";
        }
        throw Problem.INVALID.at("", "picture.format", "must be a PNG or JPEG picture");
    }

    private static boolean starts(byte[] file, int... magic) {
        if (file.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((file[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    private static PatchbayException unreadable() {
        return Problem.INVALID.at("", "picture.unreadable", "is broken, or of a kind that is not understood");
    }
}
