package org.patchbay.calls.call;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.phonemedia.MediaPort;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.phonemedia.PortQuality;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.calls.plan.Who;
import org.patchbay.spi.signalling.IncomingCall;

/**
 * One phone in a call: its leg, its port, and what is offered and answered (RFC 3264). What happens comes to the call that it
 * belongs to at that moment, on that call's thread; its own methods are called there alone.
 */
public final class Line {

    /** What a line is doing. */
    enum State {
        RINGING,
        UP,
        OVER
    }

    private Who who;
    private final boolean incoming;
    private final Instant started;
    private final MediaPort port;
    private final boolean browser;
    private final LineEvents events = new LineEvents(this);
    private @Nullable Leg leg;
    private volatile LineOwner owner;
    private CallParty.Role role;
    private volatile State state = State.RINGING;
    private Optional<String> answer = Optional.empty();
    private Optional<String> elsewhere = Optional.empty();
    private Optional<String> device = Optional.empty();
    private boolean delayed;
    private boolean described;
    private boolean holds;
    private Optional<Party> shown = Optional.empty();
    private Optional<Instant> up = Optional.empty();
    private Optional<PortQuality> quality = Optional.empty();

    private Line(
            LineOwner owner,
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
        this.browser = profile == PortProfile.BROWSER;
        this.port = media.open(portal, profile, events);
    }

    /**
     * The line of a phone that calls.
     *
     * @throws PatchbayException INVALID when what it offers cannot be read, LIMITED without a port
     */
    static Line of(LineOwner owner, PortalId portal, IncomingCall call, Who who, PhoneMedia media, Instant now) {
        PortProfile profile = call.description().map(Line::profile).orElse(PortProfile.PLAIN);
        var line = new Line(owner, who, true, CallParty.Role.CALLER, now, media, portal, profile);
        line.leg = call.leg();
        line.device = call.account();
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
            LineOwner owner,
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
        line.shown = Optional.of(template.caller());
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
                    line.events);
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

    /** It is known by now who that is. */
    void who(Who known) {
        who = known;
    }

    boolean incoming() {
        return incoming;
    }

    CallParty.Role role() {
        return role;
    }

    boolean supervises() {
        return Supervision.supervises(role);
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

    /** The device of the portal that calls. */
    Optional<String> device() {
        return device;
    }

    /** Where the called phone wants the call to go instead. */
    Optional<String> elsewhere() {
        return elsewhere;
    }

    void elsewhere(String number) {
        elsewhere = Optional.of(number);
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
    void move(LineOwner to) {
        owner = to;
    }

    /** It shows somebody as the other side already, or somebody else instead, which stays so. */
    void shows(Party other) {
        shown = Optional.of(other);
    }

    /** Has a phone of the portal show who is at the other side now. Browsers know by the live channel. */
    void sees(Party other) {
        if (who.trunk().isEmpty() && !browser && !shown.equals(Optional.of(other))) {
            shown = Optional.of(other);
            leg().connected(other);
        }
    }

    boolean showsSomebody() {
        return shown.isPresent();
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

    boolean read(String description) {
        try {
            port.remoteAnswer(description);
            described = true;
            return true;
        } catch (PatchbayException e) {
            return false;
        }
    }

    /** When the called phone took the call. */
    void answeredAt(Instant now) {
        up = Optional.of(now);
    }

    /** The called phone took the call. */
    void tookIt() {
        state = State.UP;
    }

    boolean isRinging() {
        return state == State.RINGING;
    }

    /** Whether a description of the far end was read, or none is needed any more. */
    boolean isDescribed() {
        return described;
    }

    /** Whether the caller answers our offer. */
    boolean isDelayed() {
        return delayed;
    }

    /** The far end is gone: the sound ends, its figures stay. */
    void isGone() {
        state = State.OVER;
        close();
    }

    /** Whether it is recorded by no rule, and not counted as a call outside. */
    boolean isQuick() {
        return who.trunk().isEmpty()
                && who.extension().stream().allMatch(one -> one.recording() == RecordingRule.NEVER);
    }

    /** Whom it belongs to now. */
    LineOwner owner() {
        return owner;
    }

    /** Hears what happens to it. */
    LineEvents events() {
        return events;
    }
}
