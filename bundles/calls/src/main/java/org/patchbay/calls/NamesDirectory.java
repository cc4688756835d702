package org.patchbay.calls;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.PortalId;
import org.patchbay.calls.call.Names;
import org.patchbay.spi.calls.NumberNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who knows the names of numbers, as long as somebody does. What others have to be asked for has threads of its own. Thread-safe. */
@Component(service = NamesDirectory.class)
public final class NamesDirectory implements Names {

    private static final Logger log = LoggerFactory.getLogger(NamesDirectory.class);
    private static final int ASKING = 8;
    private static final int MOST_WAITING = 200;

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            fieldOption = FieldOption.REPLACE)
    private volatile List<NumberNames> books = List.of();

    private final ThreadPoolExecutor asking = new ThreadPoolExecutor(
            ASKING, ASKING, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), NamesDirectory::thread);

    /** A directory that the container fills. */
    public NamesDirectory() {}

    /** A directory of these. */
    NamesDirectory(List<NumberNames> books) {
        this.books = books;
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "calls-names");
        thread.setDaemon(true);
        return thread;
    }

    @Deactivate
    public void close() {
        asking.shutdownNow();
    }

    @Override
    public boolean areThere() {
        return !books.isEmpty();
    }

    @Override
    public Optional<String> of(PortalId portal, String number) {
        return books.stream()
                .flatMap(book -> book.name(portal, number).stream())
                .findFirst();
    }

    @Override
    public void later(PortalId portal, String number, Consumer<String> then) {
        try {
            asking.execute(() -> elsewhere(portal, number).ifPresent(then));
        } catch (RejectedExecutionException e) {
            log.debug("Too many callers wait for their names");
        }
    }

    private Optional<String> elsewhere(PortalId portal, String number) {
        try {
            return books.stream()
                    .flatMap(book -> book.elsewhere(portal, number).stream())
                    .findFirst();
        } catch (RuntimeException e) {
            log.warn("The name of a caller cannot be found elsewhere", e);
            return Optional.empty();
        }
    }
}
