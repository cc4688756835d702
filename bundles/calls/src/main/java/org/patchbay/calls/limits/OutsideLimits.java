package org.patchbay.calls.limits;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.events.Events;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.calls.CallEvents;
import org.patchbay.calls.Exchange;
import org.patchbay.calls.Workshop;

/**
 * How a portal stands against its limits for calls outside, and lifting one for today. What is lifted is told to every node.
 * Thread-safe.
 */
@Component(service = OutsideLimits.class)
public final class OutsideLimits {

    private static final String TOPIC = "call-limits-lifted";

    private final Exchange exchange;
    private final Access access;
    private final Audit audit;
    private final Events events;
    private final UnitOfWork unit;
    private final Cluster cluster;
    private final Registration heard;

    @Activate
    public OutsideLimits(
            @Reference Exchange exchange,
            @Reference Workshop workshop,
            @Reference Access access,
            @Reference Audit audit,
            @Reference Events events,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster) {
        this.exchange = exchange;
        this.access = access;
        this.audit = audit;
        this.events = events;
        this.unit = unit;
        this.cluster = cluster;
        this.heard = cluster.subscribe(TOPIC, message -> {
            var portal = new PortalId(new String(message, StandardCharsets.UTF_8));
            workshop.workers().execute(() -> exchange.meter().lifted(portal));
        });
    }

    @Deactivate
    public void close() {
        heard.close();
    }

    /** How things stand now. */
    public LimitsToday today(PortalId portal) {
        return exchange.meter().today(portal, exchange.facts().outsideCalls(portal));
    }

    /**
     * Lifts a limit until the day ends by the portal's clock, or has it hold again; harmless when it is so already. Told to the
     * audit. FORBIDDEN for who does not set up the whole portal, CONFLICT where there is no such limit.
     */
    public LimitsToday lift(PortalId portal, OutsideLimit limit, boolean on, Caller by) {
        if (!access.scope(by, portal, Right.CONFIGURE_TRUNKS).everywhere()) {
            throw Problem.FORBIDDEN.because("Only who sets up the whole portal lifts limits");
        }
        if (limit.most(exchange.book().dialPlan().settings(portal).limits()).isEmpty()) {
            throw Problem.CONFLICT.because("call.no-limit", "There is no such limit");
        }
        unit.run(() -> {
            if (exchange.meter().lift(portal, limit, on)) {
                events.publish(
                        portal, CallEvents.LIMIT_LIFTED, portal.value(), new CallEvents.Lifted(limit.word(), on));
                audit.record(
                        portal,
                        by,
                        new AuditDraft(
                                "call-limit.lifted",
                                "call-limit",
                                limit.word(),
                                Map.of("lifted", String.valueOf(!on)),
                                Map.of("lifted", String.valueOf(on))));
            }
        });
        exchange.meter().lifted(portal);
        cluster.publish(TOPIC, portal.value().getBytes(StandardCharsets.UTF_8));
        return today(portal);
    }
}
