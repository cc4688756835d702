package org.patchbay.phonemedia;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.patchbay.api.PortalId;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.testing.phonemedia.RtpPhone;

/**
 * Patchbay's phone media with calls that are relayed, in a process of its own: the first port, how many calls, and the ports of
 * the phones, which take turns. Its figures are, since the last time: packets relayed, bytes allocated by the threads that relay;
 * how long, in microseconds, the garbage collector kept them, how long they were ready but had no processor, and the processor
 * time of all threads of phone media.
 */
final class RelayServer {

    private static final PortalId PORTAL = new PortalId("0190a6d2-0000-7000-8000-000000000009");
    private static final String OURS = "phone-media-";
    private static final String RELAYS = OURS + "loop-";

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final PhoneMediaService media;
    private long[] last = {0, 0, 0, 0, 0};

    private RelayServer(PhoneMediaService media) {
        this.media = media;
    }

    public static void main(String[] args) throws IOException {
        int calls = Integer.parseInt(args[1]);
        int[] phones = Arrays.stream(args).skip(2).mapToInt(Integer::parseInt).toArray();
        var server = new RelayServer(TestMedia.open(Integer.parseInt(args[0]), 2 * calls + 10, 30));
        System.out.println(server.connect(calls, phones));
        while (System.in.read() >= 0) {
            System.out.println(server.figures());
        }
        System.exit(0);
    }

    private String connect(int calls, int[] phones) {
        var ports = new StringJoiner(" ");
        List<MediaPort> open = new ArrayList<>();
        for (int leg = 0; leg < 2 * calls; leg++) {
            MediaPort port = media.open(PORTAL, PortProfile.PLAIN, new PortListener() {});
            port.remoteOffer("v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio "
                    + phones[leg % phones.length] + " RTP/AVP 8 101\r\na=rtpmap:101 telephone-event/8000\r\n");
            ports.add(String.valueOf(
                    RtpPhone.target(port.answer(Optional.empty())).getPort()));
            open.add(port);
            if (leg % 2 == 1) {
                open.get(leg - 1).connect(port);
            }
        }
        return ports.toString();
    }

    private String figures() throws IOException {
        long[] now = {media.load().sent(), 0, 0, waitedMicros(), 0};
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread == null) {
                continue;
            }
            if (thread.getThreadName().startsWith(OURS)) {
                now[4] += Math.max(0, threads.getThreadCpuTime(thread.getThreadId())) / 1_000;
            }
            if (thread.getThreadName().startsWith(RELAYS)) {
                now[1] += threads.getThreadAllocatedBytes(thread.getThreadId());
            }
        }
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            now[2] += 1_000 * collector.getCollectionTime();
        }
        var text = new StringJoiner(" ");
        for (int i = 0; i < now.length; i++) {
            text.add(String.valueOf(now[i] - last[i]));
        }
        last = now;
        return text.toString();
    }

    /** Linux says for each thread how long it waited for a processor; names of threads are cut there. */
    private static long waitedMicros() throws IOException {
        long nanos = 0;
        try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
            for (Path task : tasks) {
                if (RELAYS.startsWith(Files.readString(task.resolve("comm")).strip())) {
                    nanos += Long.parseLong(
                            Files.readString(task.resolve("schedstat")).strip().split(" ")[1]);
                }
            }
        }
        return nanos / 1_000;
    }
}
