package org.patchbay.sip;

import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.signalling.Invitation;
import org.patchbay.api.signalling.Leg;
import org.patchbay.api.signalling.LegListener;
import org.patchbay.api.signalling.LegTarget;
import org.patchbay.api.signalling.Registration;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.api.signalling.Text;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.sip.auth.DigestAlgorithm;
import org.patchbay.sip.auth.Domains;
import org.patchbay.sip.auth.Gate;
import org.patchbay.sip.auth.Guard;
import org.patchbay.sip.auth.Nonces;
import org.patchbay.sip.dialog.Calls;
import org.patchbay.sip.dialog.Dialogs;
import org.patchbay.sip.dialog.LegKit;
import org.patchbay.sip.dialog.OutgoingLeg;
import org.patchbay.sip.dialog.Referrals;
import org.patchbay.sip.dialog.Route;
import org.patchbay.sip.event.Subscriptions;
import org.patchbay.sip.event.Texts;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.neighbour.Neighbours;
import org.patchbay.sip.registrar.AccountKey;
import org.patchbay.sip.registrar.Binding;
import org.patchbay.sip.registrar.BindingListener;
import org.patchbay.sip.registrar.Bindings;
import org.patchbay.sip.registrar.Registrar;
import org.patchbay.sip.registrar.Returns;
import org.patchbay.sip.transaction.Doorkeeper;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transport.Transports;
import org.patchbay.sip.trunk.TrunkListener;
import org.patchbay.sip.trunk.Trunks;

/** All of signalling in one place, without a container around it. Thread-safe. */
public final class SipServer implements Signalling, AutoCloseable {

    private static final int LONGEST_TEXT = 1_300;

    private final Dialogs dialogs = new Dialogs();
    private final Neighbours neighbours;
    private final AtomicInteger legs = new AtomicInteger();
    private final Guard guard;
    private final Bindings bindings;
    private final SipStack stack;
    private final Later later = new Later();
    private final LegKit kit;
    private final Calls calls;
    private final Subscriptions subscriptions;
    private final Texts texts;
    private final Referrals referrals;
    private final Trunks trunks;

    /** How the server is set. Immutable. */
    public record Settings(
            Transports.Settings ways,
            SipStack.Settings stack,
            Registrar.Expiry expiry,
            Guard.Limits guard,
            List<DigestAlgorithm> digests,
            Duration nonceLife,
            int mostLegs,
            int mostBindings,
            int mostSubscriptions) {}

    /** What the server tells. */
    public interface Listener extends BindingListener, TrunkListener {}

    /**
     * Opens the ports.
     *
     * @param portals the portal on a host
     * @param dns the machine's own unless given
     * @throws IllegalStateException if a port is taken
     */
    public SipServer(
            Settings settings,
            Neighbours neighbours,
            Function<String, Optional<PortalId>> portals,
            Optional<DnsServerAddressStreamProvider> dns,
            Listener listener,
            Clock clock) {
        this.neighbours = neighbours;
        this.guard = new Guard(clock, settings.guard(), this::isInUse);
        var returns = new Returns(listener);
        this.bindings = new Bindings(clock, returns);
        var domains = new Domains(portals, clock);
        var gate = new Gate(
                neighbours,
                domains,
                new Nonces(clock, settings.nonceLife(), settings.mostBindings()),
                guard,
                settings.digests(),
                (account, address) -> isUsedFrom(new AccountKey(account.portal(), account.id()), address));
        var registrar = new Registrar(bindings, clock, settings.expiry(), settings.mostBindings());
        var core = new SipCore(gate, dialogs, registrar, later);
        this.stack = new SipStack(settings.stack(), settings.ways(), door(gate), core);
        this.kit = new LegKit(stack, dialogs, settings.stack().timing(), legs, returns, domains);
        this.calls = new Calls(kit, neighbours, settings.mostLegs());
        this.subscriptions = new Subscriptions(stack, dialogs, neighbours, settings.mostSubscriptions());
        this.texts = new Texts(stack, neighbours);
        this.referrals = new Referrals(stack, dialogs, neighbours, domains);
        this.trunks = new Trunks(stack, dns, listener);
        later.server = this;
    }

    private static Doorkeeper door(Gate gate) {
        return new Doorkeeper() {
            @Override
            public boolean isBlocked(InetAddress address) {
                return gate.isBlocked(address);
            }

            @Override
            public boolean isScan(SipRequest request) {
                return gate.isScan(request);
            }
        };
    }

    private boolean isInUse(InetAddress address) {
        return bindings.isAnyAt(address)
                || neighbours
                        .subscribers()
                        .filter(present -> present.brings(address))
                        .isPresent();
    }

    private boolean isUsedFrom(AccountKey account, InetAddress address) {
        return bindings.of(account).stream()
                .anyMatch(binding -> binding.flow().remote().getAddress().equals(address));
    }

    @Override
    public List<Registration> registrations(PortalId portal, String account) {
        return bindings.of(new AccountKey(portal, account)).stream()
                .map(Binding::toRegistration)
                .toList();
    }

    @Override
    public Leg invite(PortalId portal, LegTarget target, Invitation invitation, LegListener listener) {
        if (!calls.hasRoom()) {
            throw Problem.LIMITED.because("legs.too-many", "The server takes no more calls now");
        }
        var leg = new OutgoingLeg(
                kit,
                portal,
                route(portal, target, invitation).orElseGet(() -> nowhere(invitation)),
                invitation,
                listener);
        leg.start();
        return leg;
    }

    private Optional<Route> route(PortalId portal, LegTarget target, Invitation invitation) {
        if (target instanceof LegTarget.Outside outside) {
            return trunks.route(portal, outside.trunk(), outside.number());
        }
        return target instanceof LegTarget.Device device
                ? bindings.find(portal, device.registration())
                        .map(binding -> new Route(
                                binding.contact(),
                                invitation.called().number().isEmpty()
                                        ? binding.user()
                                        : invitation.called().number(),
                                binding.domain(),
                                binding.path(),
                                List.of(binding.flow()),
                                Optional.empty()))
                : Optional.empty();
    }

    private static Route nowhere(Invitation invitation) {
        return new Route(
                "sip:nobody@invalid", invitation.called().number(), "invalid", List.of(), List.of(), Optional.empty());
    }

    @Override
    public TrunkState trunk(PortalId portal, String trunk) {
        return trunks.state(portal, trunk);
    }

    @Override
    public CompletionStage<Boolean> message(PortalId portal, String registration, Text text) {
        if (text.words().length() > LONGEST_TEXT) {
            throw Problem.INVALID.at("/text", "message.too-long", "must have at most 1,300 characters");
        }
        return bindings.find(portal, registration)
                .map(binding -> texts.send(binding, text))
                .orElseGet(() -> CompletableFuture.completedFuture(false));
    }

    @Override
    public void changed(PortalId portal, String eventPackage, String resource) {
        subscriptions.changed(portal, eventPackage, resource);
    }

    /** The bindings. */
    public Bindings bindings() {
        return bindings;
    }

    /** The trunks. */
    public Trunks trunks() {
        return trunks;
    }

    /** Everything below. */
    public SipStack stack() {
        return stack;
    }

    /** Who is blocked. */
    public Guard guard() {
        return guard;
    }

    /** How many legs there are. */
    public int legs() {
        return legs.get();
    }

    /** How many dialogs there are. */
    public int dialogs() {
        return dialogs.size();
    }

    @Override
    public void close() {
        trunks.close();
        stack.close();
    }

    /** What requests are handed to that come while the server is still being made. */
    private static final class Later implements SipCore.Parts {

        private volatile @Nullable SipServer server;

        private SipServer made() {
            SipServer made = server;
            if (made == null) {
                throw new IllegalStateException("Not ready yet");
            }
            return made;
        }

        @Override
        public Calls calls() {
            return made().calls;
        }

        @Override
        public Subscriptions subscriptions() {
            return made().subscriptions;
        }

        @Override
        public Texts texts() {
            return made().texts;
        }

        @Override
        public Referrals referrals() {
            return made().referrals;
        }
    }
}
