package org.patchbay.phonemedia;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.MediaLoad;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.Mixer;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.RoomSound;
import org.patchbay.phonemedia.net.MediaLoop;
import org.patchbay.phonemedia.net.PortPool;
import org.patchbay.phonemedia.net.PortRange;
import org.patchbay.phonemedia.net.SocketPair;
import org.patchbay.phonemedia.ports.ConferenceMixer;
import org.patchbay.phonemedia.ports.Counters;
import org.patchbay.phonemedia.ports.OpenPort;
import org.patchbay.phonemedia.ports.PortContext;
import org.patchbay.phonemedia.ports.Recorder;
import org.patchbay.phonemedia.ports.RoomClient;
import org.patchbay.phonemedia.prompts.PromptLibrary;
import org.patchbay.phonemedia.sdp.LocalEnd;
import org.patchbay.phonemedia.sound.OpusPool;
import org.patchbay.phonemedia.srtp.DtlsServer;

/** Opens ports and conferences, and keeps their clock. */
@Component(
        service = {PhoneMedia.class, PhoneMediaService.class},
        configurationPid = "org.patchbay.phonemedia")
@Designate(ocd = PhoneMediaConfig.class)
public final class PhoneMediaService implements PhoneMedia {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TICKS_PER_SECOND = 50;
    private static final int MOST_WAITING = 100_000;
    private static final int MOST_MIXERS = 500;

    private final Set<OpenPort> ports = ConcurrentHashMap.newKeySet();
    private final Set<ConferenceMixer> mixers = ConcurrentHashMap.newKeySet();
    private final Set<RoomClient> rooms = ConcurrentHashMap.newKeySet();
    private final Counters counters = new Counters();
    private final PortPool pool;
    private final int capacity;
    private final OwnAddresses addresses;
    private final int mostRooms;
    private final OpusPool roomOpus;
    private final List<MediaLoop> loops;
    private final ExecutorService workers;
    private final ExecutorService events;
    private final DtlsServer dtls;
    private final Recorder recorder;
    private final PortContext context;
    private final PortClock clock;
    private int ticks;

    @Activate
    public PhoneMediaService(PhoneMediaConfig config) {
        if (config.firstPort() < 1_024 || config.lastPort() > 65_535 || config.lastPort() <= config.firstPort()) {
            throw new IllegalArgumentException(
                    "PATCHBAY_PHONE_MEDIA_FIRST_PORT and PATCHBAY_PHONE_MEDIA_LAST_PORT must be"
                            + " in 1024 to 65535, the first below the last");
        }
        addresses = OwnAddresses.of(config.addresses(), config.bind());
        var range =
                new PortRange(OwnAddresses.bound(config.bind()).orElse(null), config.firstPort(), config.lastPort());
        mostRooms = config.maxRooms();
        roomOpus = new OpusPool(mostRooms * RoomClient.MOST_OPUS);
        capacity = Math.min(config.maxPorts(), range.capacity());
        int processors = Runtime.getRuntime().availableProcessors();
        int threads = config.threads() > 0 ? config.threads() : Math.max(1, processors / 2);
        workers = pool("phone-media-worker-", Math.max(1, processors / 2));
        events = pool("phone-media-events-", 2);
        dtls = new DtlsServer();
        recorder = new Recorder();
        Path prompts =
                config.prompts().isBlank() ? null : Path.of(config.prompts().strip());
        context = new PortContext(
                Clock.systemUTC(),
                workers,
                events,
                new OpusPool(config.maxOpus()),
                dtls,
                new PromptLibrary(prompts, workers),
                recorder,
                counters,
                new Object(),
                TimeUnit.SECONDS.toNanos(Math.max(1, config.silentSeconds())));
        loops = IntStream.rangeClosed(1, threads).mapToObj(MediaLoop::new).toList();
        pool = new PortPool(range, loops, capacity, System::nanoTime);
        clock = new PortClock(this::tick);
        dtls.warmUp();
    }

    private static ExecutorService pool(String name, int threads) {
        var number = new AtomicInteger();
        var pool = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), task -> {
                    var thread = new Thread(task, name + number.incrementAndGet());
                    thread.setDaemon(true);
                    thread.setContextClassLoader(PhoneMediaService.class.getClassLoader());
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    @Deactivate
    void stop() {
        clock.close();
        rooms.forEach(RoomClient::close);
        ports.forEach(OpenPort::close);
        pool.close();
        recorder.close();
        loops.forEach(MediaLoop::close);
        dtls.close();
        workers.shutdown();
        events.shutdown();
    }

    private void tick(long now) {
        ticks++;
        boolean second = ticks % TICKS_PER_SECOND == 0;
        for (OpenPort port : ports) {
            port.tick(now);
            if (second) {
                port.lookForSilence(now);
            }
        }
        for (ConferenceMixer mixer : mixers) {
            mixer.tick(now);
        }
        for (RoomClient room : rooms) {
            room.tick(now);
        }
        if (second) {
            pool.trim();
        }
        recorder.tick();
    }

    @Override
    public MediaPort open(PortalId portal, PortProfile profile, PortListener listener) {
        if (ports.size() >= capacity) {
            throw Problem.LIMITED.because("This server has " + capacity + " ports for the sound of calls, all in use");
        }
        SocketPair sockets = sockets();
        var port = new OpenPort(context, portal, profile, listener, sockets, local(sockets), ports::remove);
        ports.add(port);
        return port;
    }

    private SocketPair sockets() {
        return pool.open().orElseThrow(() -> Problem.LIMITED.because("No UDP port for the sound of calls is free"));
    }

    private LocalEnd local(SocketPair sockets) {
        return LocalEnd.of(
                RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL,
                addresses.four(),
                addresses.six(),
                sockets.port(),
                dtls.fingerprint());
    }

    @Override
    public RoomSound room(MediaPort port) {
        if (rooms.size() >= mostRooms) {
            throw Problem.LIMITED.because("As many phones are in meetings as this server takes: " + mostRooms);
        }
        SocketPair sockets = sockets();
        var room = new RoomClient(context, roomOpus, port, sockets, () -> local(sockets), rooms::remove);
        rooms.add(room);
        return room;
    }

    @Override
    public Mixer mixer(PortalId portal) {
        if (mixers.size() >= MOST_MIXERS) {
            throw Problem.LIMITED.because("This server has at most " + MOST_MIXERS + " conferences at a time");
        }
        var mixer = new ConferenceMixer(context.wiring(), mixers::remove);
        mixers.add(mixer);
        return mixer;
    }

    @Override
    public MediaLoad load() {
        return new MediaLoad(
                ports.size(), capacity, counters.receivedPackets(), counters.sentPackets(), counters.refusedPackets());
    }
}
