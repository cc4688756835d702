package org.patchbay.cluster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.patchbay.api.cluster.Registration;

/** What the nodes share. In one process it is this object; on many it would be a data grid. */
public final class Fabric implements AutoCloseable {

    private static final int THREADS = 32;
    private static final int SWEEP_SECONDS = 10;
    private static final int TOKEN_BITS = 10;
    private static final int END_SECONDS = 5;

    private final Map<String, SharedMap> maps = new ConcurrentHashMap<>();
    private final Map<String, SharedTopic> topics = new ConcurrentHashMap<>();
    private final Map<String, SharedTask> tasks = new ConcurrentHashMap<>();
    private final Map<String, SharedOwners> owners = new ConcurrentHashMap<>();
    private final Clock clock;
    private final Limits limits;
    private final AtomicLong tokens;
    private final ExecutorService workers;
    private final ScheduledExecutorService scheduler;

    public Fabric(Clock clock) {
        this(clock, Limits.DEFAULT);
    }

    Fabric(Clock clock, Limits limits) {
        this.clock = clock;
        this.limits = limits;
        // Above every token of an earlier run, which a store may have seen.
        this.tokens = new AtomicLong(clock.millis() << TOKEN_BITS);
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "cluster-" + number.incrementAndGet()));
        pool.allowCoreThreadTimeOut(true);
        pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // after the end
        this.workers = pool;
        this.scheduler = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "cluster-time"));
        var unused = scheduler.scheduleWithFixedDelay(
                () -> maps.values().forEach(SharedMap::sweep), SWEEP_SECONDS, SWEEP_SECONDS, TimeUnit.SECONDS);
    }

    /** A new node of this name; closing it is its death. */
    public FabricNode join(String node) {
        return new FabricNode(node, this);
    }

    SharedMap map(String name) {
        return maps.computeIfAbsent(name, key -> new SharedMap(key, clock, limits));
    }

    void publish(String topic, byte[] message) {
        SharedTopic subscribers = topics.get(topic);
        if (subscribers != null) {
            subscribers.publish(message);
        }
    }

    /** Topics come and go with things such as meetings, so one that nobody hears is forgotten. */
    Registration subscribe(String topic, Consumer<byte[]> listener) {
        List<Registration> subscription = new ArrayList<>(1);
        topics.compute(topic, (name, known) -> {
            SharedTopic heard = known == null ? new SharedTopic(name, workers, limits.waitingPerSubscriber()) : known;
            subscription.add(heard.subscribe(listener));
            return heard;
        });
        return () -> {
            subscription.get(0).close();
            topics.computeIfPresent(topic, (name, heard) -> heard.isEmpty() ? null : heard);
        };
    }

    SharedTask task(String name) {
        return tasks.computeIfAbsent(name, key -> new SharedTask(key, scheduler, workers));
    }

    SharedOwners owners(String kind) {
        return owners.computeIfAbsent(kind, key -> new SharedOwners(workers, tokens, limits));
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
