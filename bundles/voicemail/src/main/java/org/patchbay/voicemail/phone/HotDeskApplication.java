package org.patchbay.voicemail.phone;

import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.FeatureCode;
import org.patchbay.api.extensions.HotDesks;
import org.patchbay.spi.calls.ApplicationCall;
import org.patchbay.spi.calls.ApplicationListener;
import org.patchbay.spi.calls.CallApplication;
import org.patchbay.spi.calls.Wanted;

/** Signing in and out at phones of others, where some mailbox of the portal has a PIN. Thread-safe. */
@Component
public final class HotDeskApplication implements CallApplication {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Counter counter;
    private final HotDesks desks;

    @Activate
    public HotDeskApplication(@Reference Counter counter, @Reference HotDesks desks) {
        this.counter = counter;
        this.desks = desks;
    }

    @Override
    public String name() {
        return "hot-desk";
    }

    @Override
    public boolean takes(PortalId portal, Wanted wanted) {
        return wanted instanceof Wanted.Code code && code.code() == FeatureCode.HOT_DESK && counter.hasPins(portal);
    }

    @Override
    public ApplicationListener begin(ApplicationCall call) {
        var conversation = new Conversation(call, call.language());
        call.answer(true);
        Optional<String> device = call.device().filter(one -> desks.isPhone(call.portal(), one));
        device.ifPresentOrElse(
                one -> new SignIn(call, conversation, counter, desks, one).begin(),
                () -> conversation.end("not-allowed"));
        return conversation;
    }

    @Override
    public Duration longest() {
        return LONGEST;
    }
}
