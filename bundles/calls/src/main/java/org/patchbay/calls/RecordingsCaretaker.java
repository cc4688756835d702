package org.patchbay.calls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.Page;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.recordings.RecordingRetention;
import org.patchbay.api.tenancy.Portals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes recordings of calls that are older than the portal keeps recordings, or than the server keeps records of calls; on one
 * node at a time. Thread-safe.
 */
@Component(service = RecordingsCaretaker.class, immediate = true, configurationPid = "org.patchbay.calls")
public final class RecordingsCaretaker {

    private static final Logger log = LoggerFactory.getLogger(RecordingsCaretaker.class);
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private final RecordingFolder folder;
    private final Portals portals;
    private final Optional<RecordingRetention> rule;
    private final Duration records;
    private final Clock clock;
    private final Task task;

    @Activate
    public RecordingsCaretaker(
            @Reference RecordingFolder folder,
            @Reference Portals portals,
            @Reference Cluster cluster,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @org.jspecify.annotations.Nullable RecordingRetention rule,
            CallsConfig config) {
        this(folder, portals, cluster, Optional.ofNullable(rule), config, Clock.systemUTC());
    }

    RecordingsCaretaker(
            RecordingFolder folder,
            Portals portals,
            Cluster cluster,
            Optional<RecordingRetention> rule,
            CallsConfig config,
            Clock clock) {
        this.folder = folder;
        this.portals = portals;
        this.rule = rule;
        this.records = Duration.ofDays(config.retentionDays());
        this.clock = clock;
        this.task = cluster.task("call-recordings-caretaker", PAUSE, this::look);
    }

    @Deactivate
    public void close() {
        task.close();
    }

    /** Deletes what is too old. */
    void look() {
        Page.walk(page -> portals.list(Optional.empty(), page), portal -> look(portal.id()));
    }

    private void look(PortalId portal) {
        Optional<Duration> kept = Stream.concat(
                        rule.flatMap(one -> one.keeps(portal)).stream(),
                        Stream.of(records).filter(longest -> !longest.isZero()))
                .min(Duration::compareTo);
        kept.map(clock.instant()::minus).ifPresent(before -> deleteOld(portal, before));
    }

    private void deleteOld(PortalId portal, Instant before) {
        for (CallId call : folder.calls(portal)) {
            try {
                folder.of(portal, call).stream()
                        .filter(one -> one.ended().isBefore(before))
                        .forEach(one -> folder.delete(portal, call, one));
            } catch (RuntimeException e) {
                log.warn("An old recording of a call cannot be deleted: {}", e.getMessage());
            }
        }
    }
}
