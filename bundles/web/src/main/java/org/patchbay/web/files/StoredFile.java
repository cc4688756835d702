package org.patchbay.web.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file in one encoding.
 *
 * @param encoding br, gzip or empty
 */
record StoredFile(URL url, String encoding, long size, String tag) {

    static StoredFile read(URL url, String encoding) {
        try (var in = url.openStream()) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[16 * 1024];
            long size = 0;
            for (var read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                size += read;
            }
            var tag = HexFormat.of().formatHex(digest.digest(), 0, 12);
            return new StoredFile(url, encoding, size, "\"" + tag + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
