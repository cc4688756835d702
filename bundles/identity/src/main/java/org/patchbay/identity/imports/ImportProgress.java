package org.patchbay.identity.imports;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.store.ImportStore;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/** Tells those who watch an import how far its saving is, on whichever node it is saved. */
@Component(service = {LiveChannel.class, ImportProgress.class})
public final class ImportProgress implements LiveChannel {

    private static final String NAME = "people-import";
    private static final Pattern WITH = Pattern.compile("\\s*\\{\\s*\"import\"\\s*:\\s*\"([0-9a-f-]{36})\"\\s*}\\s*");
    private static final Pattern MESSAGE = Pattern.compile("([0-9a-f-]{36}) ([0-9a-f-]{36}) (.*)", Pattern.DOTALL);

    private record Watcher(PortalId portal, String id, LiveSink sink) {}

    private final ImportStore store;
    private final UnitOfWork work;
    private final Cluster cluster;
    private final Registration registration;
    private final Map<Watcher, Boolean> watchers = new ConcurrentHashMap<>();

    @Activate
    public ImportProgress(@Reference ImportStore store, @Reference UnitOfWork work, @Reference Cluster cluster) {
        this.store = store;
        this.work = work;
        this.cluster = cluster;
        this.registration = cluster.subscribe(NAME, this::hear);
    }

    @Deactivate
    public void close() {
        registration.close();
    }

    /** Tells how many rows of how many are done. */
    void tell(PortalId portal, String id, int done, int of) {
        String message = portal + " " + id + " {\"done\":" + done + ",\"of\":" + of + "}";
        cluster.publish(NAME, message.getBytes(StandardCharsets.UTF_8));
    }

    private void hear(byte[] bytes) {
        Matcher message = MESSAGE.matcher(new String(bytes, StandardCharsets.UTF_8));
        if (message.matches()) {
            watchers.keySet().stream()
                    .filter(watcher -> watcher.portal().value().equals(message.group(1))
                            && watcher.id().equals(message.group(2)))
                    .forEach(watcher -> watcher.sink().send(message.group(3)));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Right right() {
        return Right.MANAGE_PEOPLE;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        Matcher wanted = WITH.matcher(with);
        if (!wanted.matches()) {
            throw Problem.INVALID.at("/import", "import.unknown", "must be the id of an import, and nothing else");
        }
        String id = wanted.group(1);
        boolean own = work.call(() -> store.find(portal, id))
                .filter(known -> known.isOf(caller))
                .isPresent();
        if (!own) {
            throw Problem.NOT_FOUND.because("import.unknown", "There is no such import");
        }
        Watcher watcher = new Watcher(portal, id, sink);
        watchers.put(watcher, Boolean.TRUE);
        return () -> watchers.remove(watcher);
    }
}
