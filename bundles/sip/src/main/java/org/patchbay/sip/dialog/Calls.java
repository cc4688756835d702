package org.patchbay.sip.dialog;

import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegId;
import org.patchbay.api.signalling.Party;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.auth.Identity;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.neighbour.Neighbours;
import org.patchbay.sip.transaction.InviteServerTransaction;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.IncomingCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes INVITEs that begin a call, and hands them to whoever controls calls. Thread-safe. */
public final class Calls {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,32}");
    private static final int LONGEST = 128;

    private final LegKit kit;
    private final Neighbours neighbours;
    private final int most;

    /** The greatest number is of legs at a time. */
    public Calls(LegKit kit, Neighbours neighbours, int most) {
        this.kit = kit;
        this.neighbours = neighbours;
        this.most = most;
    }

    /** Whether one more leg may be made. */
    public boolean hasRoom() {
        return kit.legs().get() < most;
    }

    /** Takes an INVITE of somebody who is known. */
    public void invited(InviteServerTransaction invite, Identity identity) {
        SipRequest request = invite.request();
        Optional<CallHandler> handler = neighbours.calls();
        if (handler.isEmpty() || !hasRoom()) {
            busy(invite);
            return;
        }
        if (SessionTimer.isTooBrief(request)) {
            invite.answer(SessionTimer.tooBrief(request, invite.tag()));
            return;
        }
        if (request.body().length > 0 && request.description().isEmpty()) {
            SipResponse answer = request.answer(415, "Unsupported Media Type", invite.tag());
            answer.headers().add(HeaderName.ACCEPT, Answers.SDP);
            invite.answer(answer);
            return;
        }
        Optional<String> replaces = request.headers().find(HeaderName.REPLACES);
        Optional<DialogUser> replaced = replaces.flatMap(kit.dialogs()::replaced)
                .filter(user -> user.portal().equals(identity.portal()));
        if (replaces.isPresent() && replaced.isEmpty()) {
            invite.answer(481, "Call/Transaction Does Not Exist");
            return;
        }
        if (replaced.filter(DialogUser::isConfirmed).isPresent()
                && replaces.orElse("").contains("early-only")) {
            invite.answer(486, "Busy Here");
            return;
        }
        invite.answer(100, "Trying");
        begin(invite, identity, handler.get(), replaced.map(DialogUser::leg));
    }

    private void begin(
            InviteServerTransaction invite, Identity identity, CallHandler handler, Optional<LegId> replaced) {
        Optional<Credentials> credentials = identity instanceof Identity.Trunk line
                ? Optional.of(new Credentials(line.trunk().user(), line.trunk().password()))
                : Optional.empty();
        PortalId portal = identity.portal();
        var leg = new IncomingLeg(kit, portal, invite, credentials);
        try {
            leg.listener(handler.incoming(portal, call(invite.request(), leg, identity, replaced)));
        } catch (PatchbayException e) {
            leg.refuse(LegEnd.refused(503, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            log.error("Whoever controls calls failed", e);
            leg.refuse(LegEnd.refused(500, "Server Internal Error"));
        }
    }

    private static IncomingCall call(SipRequest request, IncomingLeg leg, Identity identity, Optional<LegId> replaced) {
        boolean trunk = identity instanceof Identity.Trunk;
        return new IncomingCall(
                leg,
                identity instanceof Identity.Device device
                        ? Optional.of(device.account().id())
                        : Optional.empty(),
                identity instanceof Identity.Trunk line
                        ? Optional.of(line.trunk().id())
                        : Optional.empty(),
                trunk ? trunkCaller(request.headers()) : party(request.headers().text(HeaderName.FROM)),
                cut(called(request, identity)),
                request.description(),
                replaced,
                cut(request.headers().text(HeaderName.USER_AGENT)));
    }

    /** What a carrier sends to the contact of a trunk that registers says in To which number is called. */
    private static String called(SipRequest request, Identity identity) {
        String called = request.target().map(SipUri::user).orElse("");
        boolean contact = identity instanceof Identity.Trunk line
                && line.trunk().registers()
                && line.trunk().user().equalsIgnoreCase(called)
                && !NUMBER.matcher(called).matches();
        String to = contact ? party(request.headers().text(HeaderName.TO)).number() : "";
        return NUMBER.matcher(to).matches() ? to : called;
    }

    /** Of a trunk the asserted identity is the true one (RFC 3325); one that is withheld stays so. */
    private static Party trunkCaller(Headers headers) {
        String privacy = headers.text(HeaderName.PRIVACY);
        if (privacy.contains("id") || privacy.contains("user")) {
            return Party.anonymous();
        }
        String asserted = headers.values(HeaderName.P_ASSERTED_IDENTITY).stream()
                .findFirst()
                .orElseGet(() -> headers.text(HeaderName.FROM));
        Party party = party(asserted);
        return party.number().equalsIgnoreCase("anonymous") ? Party.anonymous() : party;
    }

    private static Party party(String address) {
        Optional<NameAddr> found = NameAddr.parse(address);
        String number = found.flatMap(NameAddr::uri)
                .map(SipUri::user)
                .or(() -> found.map(NameAddr::address)
                        .filter(text -> text.regionMatches(true, 0, "tel:", 0, 4))
                        .map(text -> text.substring(4).split(";", 2)[0]))
                .orElse("");
        return new Party(cut(number), cut(found.map(NameAddr::name).orElse("")));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static void busy(InviteServerTransaction invite) {
        SipResponse answer = invite.request().answer(503, "Service Unavailable", invite.tag());
        answer.headers().add(HeaderName.RETRY_AFTER, "5");
        invite.answer(answer);
    }
}
