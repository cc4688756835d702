package org.patchbay.testing.signalling;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Party;
import org.patchbay.api.signalling.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.Text;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.IncomingCall;

/** Signalling whose phones and trunks a test plays by {@link FakeLeg}. Thread-safe. */
public final class FakeSignalling implements Signalling {

    private static final Instant EXPIRES = Instant.parse("2100-01-01T00:00:00Z");

    private record Account(PortalId portal, String id) {}

    /** What watchers were told of. */
    public record Change(PortalId portal, String eventPackage, String resource) {}

    /** A text that was sent. */
    public record Sent(PortalId portal, String account, String registration, Text text) {}

    private final Map<Account, List<Registration>> registrations = new ConcurrentHashMap<>();
    private final Map<Account, TrunkState> trunks = new ConcurrentHashMap<>();
    private final List<FakeLeg> invited = new CopyOnWriteArrayList<>();
    private final List<FakeLeg> legs = new CopyOnWriteArrayList<>();
    private final List<Change> changes = new CopyOnWriteArrayList<>();
    private final List<Sent> texts = new CopyOnWriteArrayList<>();
    private final Map<String, CompletableFuture<Boolean>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile int most = Integer.MAX_VALUE;

    /** One more device registers by UDP; answers what {@link LegTarget.Device} calls it. */
    public String register(PortalId portal, String account) {
        return register(portal, account, "UDP");
    }

    /** One more device registers. */
    public String register(PortalId portal, String account, String transport) {
        String id = account + "#" + count.incrementAndGet();
        registrations
                .computeIfAbsent(new Account(portal, account), none -> new CopyOnWriteArrayList<>())
                .add(new Registration(id, account, "192.0.2.9:5060", "Test phone", transport, EXPIRES));
        return id;
    }

    /** All devices of the account go. */
    public void forget(PortalId portal, String account) {
        registrations.remove(new Account(portal, account));
    }

    /** How a trunk is doing from now on. */
    public void trunk(PortalId portal, String trunk, TrunkState state) {
        trunks.put(new Account(portal, trunk), state);
    }

    /** From now on no more legs than so many. */
    public void most(int legs) {
        most = legs;
    }

    /** A device calls. */
    public FakeLeg call(CallHandler handler, PortalId portal, String account, String called, Optional<String> offer) {
        return incoming(handler, portal, Optional.of(account), Optional.empty(), new Party(account, ""), called, offer);
    }

    /** Somebody calls by a trunk. */
    public FakeLeg callByTrunk(
            CallHandler handler, PortalId portal, String trunk, String caller, String called, Optional<String> offer) {
        return incoming(handler, portal, Optional.empty(), Optional.of(trunk), new Party(caller, ""), called, offer);
    }

    private FakeLeg incoming(
            CallHandler handler,
            PortalId portal,
            Optional<String> account,
            Optional<String> trunk,
            Party caller,
            String called,
            Optional<String> offer) {
        var leg = FakeLeg.incoming("leg-" + count.incrementAndGet(), offer);
        var call = new IncomingCall(leg, account, trunk, caller, called, offer, Optional.empty(), "Test phone");
        leg.hear(handler.incoming(portal, call));
        legs.add(leg);
        return leg;
    }

    /** A phone calls in the place of another leg (RFC 3891). */
    public FakeLeg replace(CallHandler handler, PortalId portal, String account, Leg replaced, String offer) {
        var leg = FakeLeg.incoming("leg-" + count.incrementAndGet(), Optional.of(offer));
        var call = new IncomingCall(
                leg,
                Optional.of(account),
                Optional.empty(),
                new Party(account, ""),
                "",
                Optional.of(offer),
                Optional.of(replaced.id()),
                "Test phone");
        leg.hear(handler.incoming(portal, call));
        legs.add(leg);
        return leg;
    }

    /** Every leg that was started here, in order. */
    public List<FakeLeg> invited() {
        return List.copyOf(invited);
    }

    /** The last leg to a device of this account, or by this trunk. */
    public FakeLeg last(String accountOrTrunk) {
        return invited.stream()
                .filter(leg -> leg.calls(accountOrTrunk))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("Nobody called " + accountOrTrunk + "; called were " + invited));
    }

    /** The legs that are not over. */
    public List<FakeLeg> open() {
        return legs.stream().filter(leg -> !leg.over()).toList();
    }

    public List<Change> changes() {
        return List.copyOf(changes);
    }

    public List<Sent> texts() {
        return List.copyOf(texts);
    }

    /**
     * From now on the devices of this account, or the one that registered as this, answer texts when and as this says, and not at
     * once that they take them.
     */
    public void answers(String accountOrRegistration, CompletableFuture<Boolean> taken) {
        answers.put(accountOrRegistration, taken);
    }

    @Override
    public List<Registration> registrations(PortalId portal, String account) {
        return List.copyOf(registrations.getOrDefault(new Account(portal, account), List.of()));
    }

    @Override
    public Leg invite(PortalId portal, LegTarget target, Invitation invitation, LegListener listener) {
        if (open().size() >= most) {
            throw Problem.LIMITED.because("No more legs");
        }
        var leg = FakeLeg.outgoing("leg-" + count.incrementAndGet(), target, invitation, listener);
        invited.add(leg);
        legs.add(leg);
        if (target instanceof LegTarget.Device device && !known(portal, device.registration())) {
            leg.refuses(404, "Not registered");
        }
        return leg;
    }

    private boolean known(PortalId portal, String registration) {
        return registrations.entrySet().stream()
                .filter(entry -> entry.getKey().portal().equals(portal))
                .flatMap(entry -> entry.getValue().stream())
                .anyMatch(one -> one.id().equals(registration));
    }

    @Override
    public TrunkState trunk(PortalId portal, String trunk) {
        return trunks.getOrDefault(new Account(portal, trunk), TrunkState.UNKNOWN);
    }

    @Override
    public CompletionStage<Boolean> message(PortalId portal, String registration, Text text) {
        if (!known(portal, registration)) {
            return CompletableFuture.completedFuture(false);
        }
        String account = registration.substring(0, registration.indexOf('#'));
        texts.add(new Sent(portal, account, registration, text));
        return Optional.ofNullable(answers.get(registration))
                .or(() -> Optional.ofNullable(answers.get(account)))
                .orElseGet(() -> CompletableFuture.completedFuture(true));
    }

    @Override
    public void changed(PortalId portal, String eventPackage, String resource) {
        changes.add(new Change(portal, eventPackage, resource));
    }
}
