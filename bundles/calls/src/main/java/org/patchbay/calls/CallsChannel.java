package org.patchbay.calls;

import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.calls.store.Visible;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/**
 * The live channel {@code calls}: first the calls that go on, then each that changes, of oneself and of the departments whose
 * calls one may see; one that has ended comes a last time. {@code texts} names a conversation of texts that has changed, of an own
 * extension.
 */
@Component
public final class CallsChannel implements LiveChannel {

    private final CallService calls;
    private final CallNews news;
    private final TextNews texts;

    @Activate
    public CallsChannel(@Reference CallService calls, @Reference CallNews news, @Reference TextNews texts) {
        this.calls = calls;
        this.news = news;
        this.texts = texts;
    }

    @Override
    public String name() {
        return "calls";
    }

    @Override
    public Right right() {
        return Right.OWN_ACCOUNT;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        Json.accept(with, With.class);
        Visible visible = calls.visible(portal, caller);
        var seen = new SeenCalls(visible);
        Registration heard = news.hear(call -> {
            if (call.portal().equals(portal) && seen.shows(call.live())) {
                tell(sink, CallRights.seen(visible, call));
            }
        });
        Registration written = texts.hear(change -> {
            if (caller.personId().filter(person -> change.isFor(portal, person)).isPresent()) {
                tell(sink, change);
            }
        });
        sink.send(Json.text(Map.of("calls", calls.live(portal, caller))));
        return () -> {
            heard.close();
            written.close();
        };
    }

    private static void tell(LiveSink sink, TextNews.Change change) {
        var conversation = Map.of("extension", change.extension(), "number", change.number());
        sink.send(Json.text(Map.of("texts", conversation)));
    }

    private static void tell(LiveSink sink, LiveCall call) {
        sink.send(Json.text(Map.of("call", call)));
    }

    /** Takes no arguments. */
    record With() {}
}
