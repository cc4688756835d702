package org.patchbay.testing.cluster;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.api.cluster.OwnerHandler;

/** Answers each command with its own name before it, and remembers what it was asked. */
final class Recorder implements OwnerHandler {

    private final String name;
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<Long> tokens = new CopyOnWriteArrayList<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger overlaps = new AtomicInteger();

    Recorder(String name) {
        this.name = name;
    }

    @Override
    public byte[] handle(String key, long fencingToken, byte[] command) {
        if (inside.incrementAndGet() > 1) {
            overlaps.incrementAndGet();
        }
        String text = new String(command, StandardCharsets.UTF_8);
        commands.add(text);
        tokens.add(fencingToken);
        inside.decrementAndGet();
        return (name + ":" + text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void lost(String key) {
        lost.add(key);
    }

    List<String> commands() {
        return commands;
    }

    List<Long> tokens() {
        return tokens;
    }

    List<String> lost() {
        return lost;
    }

    int overlaps() {
        return overlaps.get();
    }
}
