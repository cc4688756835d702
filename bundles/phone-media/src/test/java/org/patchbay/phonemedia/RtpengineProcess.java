package org.patchbay.phonemedia;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.patchbay.testing.phonemedia.RtpPhone;

/** Debian's rtpengine in user space, driven by its ng protocol: a cookie and a bencoded dictionary in a datagram. */
final class RtpengineProcess implements AutoCloseable {

    private static final int TRIES = 50;

    private final Process process;
    private final DatagramSocket control = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final InetSocketAddress address;
    private int cookie;

    RtpengineProcess(String executable, int firstPort) throws IOException {
        try (var free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            address = new InetSocketAddress(InetAddress.getLoopbackAddress(), free.getLocalPort());
        }
        process = new ProcessBuilder(
                        executable,
                        "--interface=127.0.0.1",
                        "--listen-ng=127.0.0.1:" + address.getPort(),
                        "--table=-1",
                        "--foreground",
                        "--log-stderr",
                        "--log-level=3",
                        "--port-min=" + firstPort,
                        "--port-max=" + (firstPort + 4_999),
                        "--pidfile=" + Files.createTempFile("rtpengine", ".pid"))
                .redirectErrorStream(true)
                .redirectOutput(Files.createTempFile("rtpengine", ".log").toFile())
                .start();
        control.setSoTimeout(200);
        for (int i = 0; i < TRIES; i++) {
            try {
                ask(Map.of("command", "ping"));
                return;
            } catch (SocketTimeoutException e) {
                // does not answer yet
            }
        }
        throw new IOException("rtpengine does not answer");
    }

    /** Where the sound of both legs of a call is to be sent. */
    record Call(InetSocketAddress one, InetSocketAddress other) {}

    Call call(String id, int onePort, int otherPort) throws IOException {
        String forOther = sdp(ask(
                Map.of("command", "offer", "call-id", id, "from-tag", "a", "sdp", describe(onePort), "ICE", "remove")));
        String forOne = sdp(ask(Map.of(
                "command", "answer", "call-id", id, "from-tag", "a", "to-tag", "b", "sdp", describe(otherPort))));
        return new Call(target(forOne), target(forOther));
    }

    private static String describe(int port) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + port
                + " RTP/AVP 8\r\na=rtpmap:8 PCMA/8000\r\n";
    }

    private static String sdp(String answer) throws IOException {
        int at = answer.indexOf("3:sdp");
        if (at < 0) {
            throw new IOException("rtpengine refuses: " + answer);
        }
        return answer.substring(at);
    }

    private static InetSocketAddress target(String description) {
        return RtpPhone.target(description.replace("\r", ""));
    }

    private String ask(Map<String, String> values) throws IOException {
        cookie++;
        var text = new StringBuilder(cookie + " d");
        new TreeMap<>(values).forEach((key, value) -> text.append(key.length())
                .append(':')
                .append(key)
                .append(value.length())
                .append(':')
                .append(value));
        byte[] bytes = text.append('e').toString().getBytes(StandardCharsets.US_ASCII);
        control.send(new DatagramPacket(bytes, bytes.length, address));
        var answer = new DatagramPacket(new byte[16_384], 16_384);
        control.receive(answer);
        return new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
    }

    /** User and system time so far, from /proc. */
    double cpuMicros() throws IOException {
        return BenchProcess.cpuMicros(process);
    }

    @Override
    public void close() {
        control.close();
        process.destroy();
    }
}
