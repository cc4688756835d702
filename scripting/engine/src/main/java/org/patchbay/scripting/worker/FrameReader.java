package org.patchbay.scripting.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Reads frames: a length of four bytes, then messages of one byte kind, four bytes script, eight bytes number, four
 * bytes length and the text.
 */
final class FrameReader {

    private static final int MAX_FRAME = 64 << 20;

    private final DataInputStream in;
    private byte[] frame = new byte[64 << 10];

    FrameReader(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 64 << 10));
    }

    /** Hands each message of the next frame to the consumer; answers false at the end of the stream. */
    boolean next(Consumer<Message> consumer) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return false;
        }
        if (length < 0 || length > MAX_FRAME) {
            throw new IOException("A frame of " + length + " bytes");
        }
        if (frame.length < length) {
            frame = new byte[length];
        }
        in.readFully(frame, 0, length);
        var buffer = ByteBuffer.wrap(frame, 0, length);
        while (buffer.hasRemaining()) {
            consumer.accept(message(buffer));
        }
        if (frame.length > 1 << 20) {
            frame = new byte[64 << 10];
        }
        return true;
    }

    private Message message(ByteBuffer buffer) throws IOException {
        var kind = Kind.of(buffer.get());
        int script = buffer.getInt();
        long number = buffer.getLong();
        int length = buffer.getInt();
        if (length < 0 || length > buffer.remaining()) {
            throw new IOException("A text of " + length + " bytes");
        }
        var text = new String(frame, buffer.position(), length, UTF_8);
        buffer.position(buffer.position() + length);
        return new Message(kind, script, number, text);
    }
}
