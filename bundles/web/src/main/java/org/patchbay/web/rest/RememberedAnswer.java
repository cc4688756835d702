package org.patchbay.web.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The answer to a creation, for whoever asks again with the same key.
 *
 * @param request a digest of what was asked
 * @param status 0 while it is still being worked on
 * @param body of JSON; empty when it was too large to be kept
 */
record RememberedAnswer(String request, int status, String location, String tag, String body) {

    /** In characters; leaves room for the rest in a value of the cluster's map. */
    static final int MAX_BODY = 16 * 1024;

    static RememberedAnswer begun(String request) {
        return new RememberedAnswer(request, 0, "", "", "");
    }

    boolean finished() {
        return status != 0;
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(request);
            out.writeInt(status);
            out.writeUTF(location);
            out.writeUTF(tag);
            out.write(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static RememberedAnswer of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return new RememberedAnswer(
                    in.readUTF(),
                    in.readInt(),
                    in.readUTF(),
                    in.readUTF(),
                    new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
