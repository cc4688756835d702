package org.patchbay.sip.peer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server that knows what the test tells it (RFC 1035). */
public final class DnsStub implements AutoCloseable {

    private static final int A = 1;
    private static final int SRV = 33;
    private static final int NAPTR = 35;

    private final DatagramSocket socket =
            new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    private final Map<String, List<byte[]>> records = new ConcurrentHashMap<>();

    public DnsStub() throws IOException {
        var thread = new Thread(this::serve, "dns-stub");
        thread.setDaemon(true);
        thread.start();
    }

    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    public DnsStub a(String name, int... bytes) {
        return add(name, A, out -> {
            for (int value : bytes) {
                out.writeByte(value);
            }
        });
    }

    public DnsStub srv(String name, int priority, int weight, int port, String target) {
        return add(name, SRV, out -> {
            out.writeShort(priority);
            out.writeShort(weight);
            out.writeShort(port);
            name(out, target);
        });
    }

    public DnsStub naptr(String name, int order, String service, String replacement) {
        return add(name, NAPTR, out -> {
            out.writeShort(order);
            out.writeShort(0);
            text(out, "s");
            text(out, service);
            text(out, "");
            name(out, replacement);
        });
    }

    private DnsStub add(String name, int type, Content content) {
        var bytes = new ByteArrayOutputStream();
        try {
            content.write(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        records.computeIfAbsent(key(name, type), key -> new CopyOnWriteArrayList<>())
                .add(bytes.toByteArray());
        return this;
    }

    private static String key(String name, int type) {
        return name.toLowerCase(Locale.ROOT) + ' ' + type;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        out.writeByte(text.length());
        out.writeBytes(text);
    }

    private static void name(DataOutputStream out, String name) throws IOException {
        for (String label : name.split("\\.")) {
            text(out, label);
        }
        out.writeByte(0);
    }

    private void serve() {
        var packet = new DatagramPacket(new byte[1500], 1500);
        while (!socket.isClosed()) {
            try {
                packet.setLength(1500);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                return; // It was closed.
            }
        }
    }

    private byte[] answer(ByteBuffer in) throws IOException {
        int id = in.getShort(0);
        in.position(12);
        var name = new StringBuilder();
        for (int length = in.get(); length != 0; length = in.get()) {
            var label = new byte[length];
            in.get(label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.US_ASCII));
        }
        int type = in.getShort();
        List<byte[]> found = records.getOrDefault(key(name.toString(), type), List.of());
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeShort(id);
        out.writeShort(found.isEmpty() ? 0x8583 : 0x8580);
        out.writeShort(1);
        out.writeShort(found.size());
        out.writeInt(0);
        name(out, name.toString());
        out.writeShort(type);
        out.writeShort(1);
        for (byte[] content : found) {
            out.writeShort(0xc00c);
            out.writeShort(type);
            out.writeShort(1);
            out.writeInt(60);
            out.writeShort(content.length);
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }

    /** What a record says. */
    private interface Content {
        void write(DataOutputStream out) throws IOException;
    }
}
