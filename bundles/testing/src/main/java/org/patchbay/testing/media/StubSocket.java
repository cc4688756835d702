package org.patchbay.testing.media;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** The server's side of one WebSocket (RFC 6455), for texts. Thread-safe. */
final class StubSocket {

    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int MAX_TEXT = 1 << 20;

    private final Socket socket;
    private final OutputStream out;
    private final String target;
    private boolean closed;

    private StubSocket(Socket socket, OutputStream out, String target) {
        this.socket = socket;
        this.out = out;
        this.target = target;
    }

    /**
     * Serves a connection until it ends.
     *
     * @param judge the status for a path with its query; 101 to open
     */
    static void serve(Socket socket, ToIntFunction<String> judge, Consumer<StubSocket> opened, Hearer hearer)
            throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        String[] request = line(in).split(" ", -1);
        String key = "";
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            if (line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:")) {
                key = line.substring(line.indexOf(':') + 1).strip();
            }
        }
        int status = request.length == 3 && !key.isEmpty() ? judge.applyAsInt(request[1]) : 400;
        OutputStream out = socket.getOutputStream();
        if (status != 101) {
            out.write(ascii("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
            return;
        }
        out.write(ascii("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n"));
        var open = new StubSocket(socket, out, request[1]);
        opened.accept(open);
        try {
            open.read(in, hearer);
        } finally {
            hearer.ended(open);
        }
    }

    String target() {
        return target;
    }

    private void read(DataInputStream in, Hearer hearer) throws IOException {
        var text = new StringBuilder();
        while (true) {
            int first = in.readUnsignedByte();
            int second = in.readUnsignedByte();
            int length = second & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length;
            if (length == 127 || (second & 0x80) == 0) {
                throw new IOException("a frame is too large or not masked");
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            int kind = first & 0x0f;
            if (kind == CLOSE) {
                frame(CLOSE, payload);
                return;
            } else if (kind == PING) {
                frame(10, payload);
            } else if (kind <= TEXT && text.length() + payload.length <= MAX_TEXT) {
                text.append(new String(payload, StandardCharsets.UTF_8));
                if ((first & 0x80) != 0) {
                    hearer.heard(this, text.toString());
                    text.setLength(0);
                }
            }
        }
    }

    /** Sends a text; one that is closed is silent. */
    void send(String text) {
        try {
            frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            cut();
        }
    }

    /** Says goodbye. */
    void close(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        try {
            frame(
                    CLOSE,
                    ByteBuffer.allocate(text.length + 2)
                            .putShort((short) code)
                            .put(text)
                            .array());
        } catch (IOException e) {
            cut();
        }
        synchronized (this) {
            closed = true;
        }
    }

    /** Breaks the connection without a word. */
    void cut() {
        synchronized (this) {
            closed = true;
        }
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone either way.
        }
    }

    private synchronized void frame(int kind, byte[] payload) throws IOException {
        if (closed) {
            return;
        }
        int length = payload.length;
        var frame = ByteBuffer.allocate(length + 10).put((byte) (0x80 | kind));
        if (length < 126) {
            frame.put((byte) length);
        } else if (length < 65_536) {
            frame.put((byte) 126).putShort((short) length);
        } else {
            frame.put((byte) 127).putLong(length);
        }
        frame.put(payload);
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
            if (line.length() > 8_192) {
                throw new IOException("a line is too long");
            }
        }
        return line.toString();
    }

    private static String accept(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(ascii(key + MAGIC));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Who hears texts. */
    interface Hearer {

        void heard(StubSocket socket, String text);

        void ended(StubSocket socket);
    }
}
