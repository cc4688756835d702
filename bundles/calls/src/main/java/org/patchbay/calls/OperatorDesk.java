package org.patchbay.calls;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.calls.call.Call;
import org.patchbay.calls.plan.OwnNumbers;

/** What the portal itself does with its calls, by scripts. Thread-safe. */
@Component(service = OperatorDesk.class)
public final class OperatorDesk {

    private static final int MOST = 500;

    private final Exchange exchange;

    @Activate
    public OperatorDesk(@Reference Exchange exchange) {
        this.exchange = exchange;
    }

    private Call call(PortalId portal, CallId id) {
        return exchange.board()
                .find(portal, id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("call.unknown", "There is no such call"));
    }

    public void tag(PortalId portal, CallId id, String tag) {
        call(portal, id).tag(tag);
    }

    public void hangUp(PortalId portal, CallId id) {
        call(portal, id).hangUp();
    }

    public List<LiveCall> live(PortalId portal) {
        return exchange.board().of(portal).stream()
                .map(call -> OwnNumbers.seen(call.live(), Optional.empty(), true))
                .limit(MOST)
                .toList();
    }
}
