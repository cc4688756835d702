package org.patchbay.calls.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.phonemedia.PortProfile;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.LegEnd;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Registration;
import org.patchbay.calls.plan.Callee;
import org.patchbay.calls.plan.Outcome;
import org.patchbay.calls.plan.Who;

/**
 * Phones that ring for one call, all at once. A number outside rings by its first way; when that fails before anything rang,
 * by the next one. Used on the call's thread alone.
 */
final class Fork {

    private static final int MOST = 32;
    private static final int LONGEST_REASON = 100;

    private final Call call;
    private final Optional<Line> beside;
    private final List<Line> ringing = new ArrayList<>();
    private final Map<Line, Deque<Callee.Way>> ways = new HashMap<>();
    private Outcome worst = new Outcome.Unavailable();
    private int rank;

    Fork(Call call, Optional<Line> beside) {
        this.call = call;
        this.beside = beside;
    }

    void ring(Callee callee, Invitation.Ring how, Party shown) {
        if (callee instanceof Callee.Phones phones) {
            for (Device device : devices(phones.extension())) {
                for (Registration one : call.hub().signalling().registrations(call.portal(), device.id())) {
                    start(
                            Who.at(phones.extension()),
                            new LegTarget.Device(one.id()),
                            profile(one),
                            template(shown, new Party(phones.extension().number(), ""), how));
                }
            }
        } else if (callee instanceof Callee.Outside outside) {
            call.dossier().goesOutside();
            next(outside.number(), outside.instead(), new ArrayDeque<>(outside.ways()));
        }
    }

    private List<Device> devices(Extension extension) {
        return call.hub().book().extensions().devices(call.portal(), extension.id());
    }

    private static PortProfile profile(Registration one) {
        return switch (one.transport()) {
            case "WS", "WSS" -> PortProfile.BROWSER;
            case "TLS" -> PortProfile.SDES;
            default -> PortProfile.PLAIN;
        };
    }

    private void next(String number, Optional<Party> instead, Deque<Callee.Way> left) {
        while (!left.isEmpty()) {
            Callee.Way way = left.remove();
            Optional<Line> line = start(
                    Who.outside(new Party(number, ""), way.trunk(), instead),
                    new LegTarget.Outside(way.trunk(), way.dialled()),
                    PortProfile.PLAIN,
                    template(new Party(way.shown(), ""), new Party(number, ""), Invitation.Ring.EXTERNAL));
            if (line.isPresent()) {
                ways.put(line.get(), left);
                return;
            }
        }
    }

    private static Invitation template(Party caller, Party called, Invitation.Ring how) {
        return new Invitation("", caller, called, false, how, List.of());
    }

    private Optional<Line> start(Who who, LegTarget target, PortProfile profile, Invitation template) {
        if (ringing.size() >= MOST) {
            return Optional.empty();
        }
        try {
            Line line = Line.to(
                    call,
                    call.portal(),
                    target,
                    profile,
                    who,
                    template,
                    beside,
                    call.hub().signalling(),
                    call.hub().media(),
                    call.hub().clock().instant());
            call.add(line);
            ringing.add(line);
            return Optional.of(line);
        } catch (PatchbayException e) {
            who.trunk().ifPresent(trunk -> failed(trunk, 503, String.valueOf(e.getMessage())));
            fails(3, who.trunk().isPresent() ? new Outcome.Unreached() : new Outcome.Failed(503));
            return Optional.empty();
        }
    }

    /** The lines of this extension, which ring here no more. */
    List<Line> leave(Extension extension) {
        List<Line> left =
                ringing.stream().filter(line -> line.who().is(extension.id())).toList();
        ringing.removeAll(left);
        return left;
    }

    /** What rings there rings here. */
    void add(Fork other) {
        ringing.addAll(other.ringing);
        ways.putAll(other.ways);
    }

    /** What those that ring will be in the call. */
    void come(CallParty.Role role) {
        ringing.forEach(line -> line.role(role));
    }

    boolean isEmpty() {
        return ringing.isEmpty();
    }

    boolean has(Line line) {
        return ringing.contains(line);
    }

    /** One took it: the others stop ringing. */
    void taken(Line by) {
        ringing.remove(by);
        end(LegEnd.takenElsewhere());
    }

    /** One took it, and the others go on ringing. */
    void joined(Line by) {
        ringing.remove(by);
        ways.remove(by);
    }

    void end(LegEnd reason) {
        List<Line> others = List.copyOf(ringing);
        ringing.clear();
        ways.clear();
        others.forEach(line -> line.end(reason));
    }

    /** A phone rings no more; whether none rings any more. */
    boolean over(Line line, LegEnd end) {
        if (!ringing.remove(line)) {
            return false;
        }
        Deque<Callee.Way> left = ways.remove(line);
        judge(line, end.status());
        boolean byTrunk = line.who().trunk().isPresent() && anotherWay(end.status());
        if (byTrunk) {
            // A carrier may say the number, which is somebody's own here.
            String said = line.who().seen().equals(line.who().party()) ? end.reason() : "";
            failed(line.who().trunk().orElse(""), end.status(), said);
        }
        if (byTrunk && left != null && !left.isEmpty()) {
            call.note(Decision.of("trunk", "next", "trunk", name(left.element().trunk())));
            next(
                    line.who().party().number(),
                    Optional.of(line.who().seen())
                            .filter(seen -> !seen.equals(line.who().party())),
                    left);
        }
        return ringing.isEmpty();
    }

    /** Notes what was the matter with a trunk. */
    private void failed(String trunk, int status, String said) {
        String reason =
                switch (status) {
                    case 408 -> "silent";
                    case 401, 403, 407 -> "refused";
                    default -> "broke";
                };
        String why = said.length() <= LONGEST_REASON ? said : said.substring(0, LONGEST_REASON);
        call.note(new Decision("trunk", reason, Map.of("trunk", name(trunk), "why", (status + " " + why).strip())));
    }

    private String name(String trunk) {
        return call.hub().book().trunk(call.portal(), trunk);
    }

    /** What speaks of the trunk rather than of who was called (RFC 3261, section 21). */
    private static boolean anotherWay(int status) {
        return status == 401 || status == 403 || status == 407 || status == 408 || (status >= 500 && status < 600);
    }

    private void judge(Line line, int status) {
        boolean outside = line.who().trunk().isPresent();
        if (outside && anotherWay(status)) {
            fails(3, new Outcome.Unreached());
            return;
        }
        switch (status) {
            case 486, 600 -> fails(4, new Outcome.Busy());
            case 603, 607 -> fails(5, new Outcome.Refused());
            case 415, 488, 606 -> fails(3, outside ? new Outcome.Failed(status) : new Outcome.NotUnderstood());
            case 480, 404, 408, 410, 487 -> {
                if (outside && status != 480) {
                    fails(2, new Outcome.Failed(status));
                } else {
                    fails(1, new Outcome.Unavailable());
                }
            }
            default -> fails(outside ? 3 : 1, outside ? new Outcome.Failed(status) : new Outcome.Unavailable());
        }
    }

    /** Of several phones the one that says most counts. */
    private void fails(int weight, Outcome outcome) {
        if (weight > rank) {
            rank = weight;
            worst = outcome;
        }
    }

    /** What became of all. */
    Outcome outcome() {
        return worst;
    }
}
