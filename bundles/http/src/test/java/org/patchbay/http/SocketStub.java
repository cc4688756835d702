package org.patchbay.http;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server of one WebSocket on a loopback port that does to it what a test says. */
final class SocketStub implements AutoCloseable {

    static final int CLOSE = 0x88;

    final List<String> heard = new CopyOnWriteArrayList<>();
    final CompletableFuture<Integer> closedWith = new CompletableFuture<>();
    private final CompletableFuture<OutputStream> out = new CompletableFuture<>();
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final int status;

    SocketStub(int status) throws IOException {
        this.status = status;
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        threads.execute(this::serve);
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + server.getLocalPort() + "/socket?pwd=secret");
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            var in = new DataInputStream(socket.getInputStream());
            String key = "";
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                key = line.toLowerCase(java.util.Locale.ROOT).startsWith("sec-websocket-key:")
                        ? line.substring(18).strip()
                        : key;
            }
            if (status != 101) {
                socket.getOutputStream().write(ascii("HTTP/1.1 " + status + " No\r\nContent-Length: 0\r\n\r\n"));
                return;
            }
            socket.getOutputStream()
                    .write(ascii("HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n"));
            out.complete(socket.getOutputStream());
            read(in);
        } catch (Exception e) {
            out.completeExceptionally(e);
        }
    }

    private void read(DataInputStream in) throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            int length = in.readUnsignedByte() & 0x7f;
            length = length == 126 ? in.readUnsignedShort() : length;
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            if (first == CLOSE) {
                closedWith.complete((int) ByteBuffer.wrap(payload).getShort());
                return;
            }
            heard.add(new String(payload, StandardCharsets.UTF_8));
        }
    }

    /** Sends a frame of up to 64 KiB. */
    void send(int first, byte[] payload) throws Exception {
        boolean small = payload.length < 126;
        var frame = ByteBuffer.allocate(payload.length + (small ? 2 : 4)).put((byte) first);
        if (small) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        out.get().write(frame.put(payload).array());
        out.get().flush();
    }

    void sendClose(int code, String reason) throws Exception {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        var payload =
                ByteBuffer.allocate(text.length + 2).putShort((short) code).put(text);
        send(CLOSE, payload.array());
    }

    /** Breaks the connection. */
    void tear() throws Exception {
        out.get().close();
    }

    private static String line(DataInputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static String accept(String key) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-1").digest(ascii(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
        return Base64.getEncoder().encodeToString(hash);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
