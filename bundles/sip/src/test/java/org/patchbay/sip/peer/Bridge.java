package org.patchbay.sip.peer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.IncomingCall;

/** Connects whoever calls with the account of that number, or with a trunk, by passing descriptions on. */
public final class Bridge implements CallHandler {

    public final AtomicInteger ended = new AtomicInteger();
    public final BlockingQueue<String> answered = new LinkedBlockingQueue<>();
    public final BlockingQueue<LegEnd> over = new LinkedBlockingQueue<>();
    public volatile Optional<LegTarget> target = Optional.empty();
    private @Nullable Signalling signalling;

    public void signalling(Signalling made) {
        signalling = made;
    }

    @Override
    public LegListener incoming(PortalId portal, IncomingCall call) {
        Signalling made = signalling;
        if (made == null) {
            throw new IllegalStateException("No signalling");
        }
        var caller = new Side(call.leg());
        LegTarget to = target.orElseGet(() -> made.registrations(portal, "account-" + call.called()).stream()
                .findFirst()
                .map(Registration::id)
                .<LegTarget>map(LegTarget.Device::new)
                .orElse(new LegTarget.Device("none")));
        var callee = new Side(null);
        caller.other = callee;
        callee.other = caller;
        callee.leg = made.invite(
                portal,
                to,
                new Invitation(
                        call.description().orElse("v=0\r\n"),
                        call.caller(),
                        new Party(call.called(), ""),
                        false,
                        Invitation.Ring.INTERNAL,
                        List.of()),
                callee);
        return caller;
    }

    private final class Side implements LegListener {

        private volatile @Nullable Leg leg;
        private volatile @Nullable Side other;

        private Side(@Nullable Leg leg) {
            this.leg = leg;
        }

        private Leg there() {
            Side side = other;
            Leg found = side == null ? null : side.leg;
            if (found == null) {
                throw new IllegalStateException("Nobody there");
            }
            return found;
        }

        @Override
        public void progressed(int status, Optional<String> description) {
            there().progress(status, description);
        }

        @Override
        public void answered(String description) {
            answered.add(description);
            there().answer(description);
        }

        @Override
        public void offered(String description) {
            there().offer(description);
        }

        @Override
        public void offerAnswered(String description) {
            there().answerOffer(description);
        }

        @Override
        public void offerRefused(int status) {
            there().refuseOffer();
        }

        @Override
        public void digit(char digit) {
            there().digit(digit, Duration.ofMillis(160));
        }

        @Override
        public void ended(LegEnd reason) {
            ended.incrementAndGet();
            over.add(reason);
            there().end(LegEnd.refused(reason.status() < 300 ? 200 : reason.status(), reason.reason()));
        }
    }
}
