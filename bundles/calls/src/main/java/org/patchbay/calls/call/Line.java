package org.patchbay.calls.call;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.phonemedia.PortListener;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.PortQuality;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.TransferRequest;
import org.patchbay.calls.plan.Who;
import org.patchbay.spi.signalling.IncomingCall;

/**
 * One phone in a call: its leg, its port, and what is offered and answered (RFC 3264). What happens comes to the call that it
 * belongs to at that moment, on that call's thread; its own methods are called there alone.
 */
public final class Line implements LegListener, PortListener {

    private static final int NOT_ACCEPTABLE = 488;

    /** Whom a line belongs to. Called on its own thread. */
    interface Owner {

        Executor serial();

        void rings(Line line);

        /** Something is to be heard before the call is answered. */
        void sounds(Line line);

        void answered(Line line);

        void held(Line line, boolean on);

        void pressed(Line line, char digit);

        void played(Line line);

        void transferAsked(Line line, TransferRequest request);

        void over(Line line, LegEnd end);
    }

    /** What a line is doing. */
    enum State {
        RINGING,
        UP,
        OVER
    }

    private final Who who;
    private final boolean incoming;
    private final Instant started;
    private final MediaPort port;
    private @Nullable Leg leg;
    private volatile Owner owner;
    private CallParty.Role role;
    private State state = State.RINGING;
    private Optional<String> answer = Optional.empty();
    private boolean delayed;
    private boolean described;
    private boolean holds;
    private Optional<Instant> up = Optional.empty();
    private Optional<PortQuality> quality = Optional.empty();

    private Line(
            Owner owner,
            Who who,
            boolean incoming,
            CallParty.Role role,
            Instant started,
            PhoneMedia media,
            PortalId portal,
            PortProfile profile) {
        this.owner = owner;
        this.who = who;
        this.incoming = incoming;
        this.role = role;
        this.started = started;
        this.port = media.open(portal, profile, this);
    }

    /**
     * The line of a phone that calls.
     *
     * @throws PatchbayException INVALID when what it offers cannot be read, LIMITED without a port
     */
    static Line of(Owner owner, PortalId portal, IncomingCall call, Who who, PhoneMedia media, Instant now) {
        PortProfile profile = call.description().map(Line::profile).orElse(PortProfile.PLAIN);
        var line = new Line(owner, who, true, CallParty.Role.CALLER, now, media, portal, profile);
        line.leg = call.leg();
        line.delayed = call.description().isEmpty();
        try {
            call.description().ifPresent(line.port::remoteOffer);
        } catch (PatchbayException e) {
            line.port.close();
            throw e;
        }
        return line;
    }

    /** The line of a phone that is called, beside another one. LIMITED without a leg or a port. */
    static Line to(
            Owner owner,
            PortalId portal,
            LegTarget target,
            PortProfile profile,
            Who who,
            Invitation template,
            Optional<Line> beside,
            Signalling signalling,
            PhoneMedia media,
            Instant now) {
        var line = new Line(owner, who, false, CallParty.Role.CALLED, now, media, portal, profile);
        try {
            String offer = line.port.offer(beside.map(other -> other.port));
            line.leg = signalling.invite(
                    portal,
                    target,
                    new Invitation(
                            offer,
                            template.caller(),
                            template.called(),
                            template.callerHidden(),
                            template.ring(),
                            template.divertedBy()),
                    line);
        } catch (PatchbayException e) {
            line.port.close();
            throw e;
        }
        return line;
    }

    private static PortProfile profile(String description) {
        if (description.contains("UDP/TLS/RTP/SAVP")) {
            return PortProfile.BROWSER;
        }
        return description.contains("RTP/SAVP") ? PortProfile.SDES : PortProfile.PLAIN;
    }

    Leg leg() {
        Leg present = leg;
        if (present == null) {
            throw new IllegalStateException("There is no leg yet");
        }
        return present;
    }

    MediaPort port() {
        return port;
    }

    Who who() {
        return who;
    }

    boolean incoming() {
        return incoming;
    }

    CallParty.Role role() {
        return role;
    }

    void role(CallParty.Role now) {
        role = now;
    }

    State state() {
        return state;
    }

    boolean isUp() {
        return state == State.UP;
    }

    boolean isOver() {
        return state == State.OVER;
    }

    /** Whether it holds the others. */
    boolean holds() {
        return holds;
    }

    void holds(boolean on) {
        holds = on;
    }

    Instant started() {
        return started;
    }

    Optional<Instant> up() {
        return up;
    }

    Optional<PortQuality> quality() {
        return quality;
    }

    /** From now on it belongs to this call. */
    void move(Owner to) {
        owner = to;
    }

    /** Tells a phone that calls that it rings. */
    void ringing() {
        if (state == State.RINGING) {
            leg().progress(180, Optional.empty());
        }
    }

    /** Lets a phone that calls hear something before it is answered; whether it can. */
    boolean hear(Optional<Line> like) {
        if (state != State.RINGING || delayed) {
            return false;
        }
        leg().progress(183, Optional.of(described(like)));
        return true;
    }

    /** Takes the call of a phone that calls. */
    void accept(Optional<Line> like, Instant now) {
        if (state != State.RINGING) {
            return;
        }
        state = State.UP;
        up = Optional.of(now);
        if (delayed) {
            leg().answer(port.offer(like.map(Line::port)));
        } else {
            leg().answer(described(like));
        }
    }

    private String described(Optional<Line> like) {
        String text = answer.orElseGet(() -> port.answer(like.map(Line::port)));
        answer = Optional.of(text);
        return text;
    }

    /** Ends it from here; what follows is told as of every line that is over. */
    void end(LegEnd reason) {
        if (state != State.OVER) {
            leg().end(reason);
        }
    }

    /** Closes the sound of a line that is over. */
    private void close() {
        if (quality.isEmpty()) {
            PortQuality last = port.quality();
            quality = Optional.of(last);
            port.close();
        }
    }

    private void tell(java.util.function.Consumer<Owner> what) {
        Owner now = owner;
        now.serial().execute(() -> {
            if (owner == now) {
                what.accept(now);
            } else {
                tell(what);
            }
        });
    }

    @Override
    public void progressed(int status, Optional<String> description) {
        tell(call -> {
            if (state != State.RINGING) {
                return;
            }
            if (description.isPresent() && read(description.get())) {
                call.sounds(this);
            } else if (status == 180 || status == 183) {
                call.rings(this);
            }
        });
    }

    private boolean read(String description) {
        try {
            port.remoteAnswer(description);
            described = true;
            return true;
        } catch (PatchbayException e) {
            return false;
        }
    }

    @Override
    public void answered(String description) {
        tell(call -> {
            if (state != State.RINGING) {
                return;
            }
            if (!read(description) && !described) {
                leg().end(LegEnd.refused(NOT_ACCEPTABLE, "The description cannot be read"));
                return;
            }
            state = State.UP;
            call.answered(this);
        });
    }

    /** When the called phone took the call. */
    void answeredAt(Instant now) {
        up = Optional.of(now);
    }

    @Override
    public void offered(String description) {
        tell(call -> {
            if (state != State.UP) {
                return;
            }
            try {
                port.remoteOffer(description);
            } catch (PatchbayException e) {
                leg().refuseOffer();
                return;
            }
            leg().answerOffer(port.answer(Optional.empty()));
            if (port.held() != holds) {
                holds = !holds;
                call.held(this, holds);
            }
        });
    }

    @Override
    public void offerAnswered(String description) {
        tell(call -> {
            if (state == State.UP && !read(description) && !described && delayed) {
                leg().end(LegEnd.refused(NOT_ACCEPTABLE, "The description cannot be read"));
            }
        });
    }

    @Override
    public void digit(char digit) {
        tell(call -> {
            if (state != State.OVER) {
                call.pressed(this, digit);
            }
        });
    }

    @Override
    public void transferAsked(TransferRequest request) {
        tell(call -> {
            if (state == State.UP) {
                call.transferAsked(this, request);
            }
        });
    }

    @Override
    public void ended(LegEnd end) {
        tell(call -> {
            if (state != State.OVER) {
                state = State.OVER;
                close();
                call.over(this, end);
            }
        });
    }

    @Override
    public void played() {
        tell(call -> {
            if (state != State.OVER) {
                call.played(this);
            }
        });
    }

    /** A phone from which nothing comes any more has vanished: nobody else would end its call. */
    @Override
    public void silent() {
        tell(call -> {
            if (state == State.UP && !holds) {
                end(new LegEnd(408, "Nothing came from the phone any more", false));
            }
        });
    }
}
