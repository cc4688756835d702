package org.patchbay.sip.trunk;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.sip.auth.Credentials;
import org.patchbay.sip.dialog.Hop;
import org.patchbay.sip.dialog.Requester;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.Headers;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.message.Tokens;
import org.patchbay.sip.transaction.Lane;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transaction.Timer;
import org.patchbay.sip.transport.Flow;
import org.patchbay.sip.transport.TlsFault;
import org.patchbay.sip.transport.Transport;
import org.patchbay.spi.signalling.SipTrunk;

/**
 * Keeps one trunk: registers there, or asks how it does (OPTIONS), and knows where it is reached. Its work is done in the lane
 * of its Call-ID.
 */
final class TrunkLine {

    private static final long PING = 30_000;
    private static final long REFUSED_AGAIN = 300_000;
    private static final long FIRST_AGAIN = 4_000;
    private static final long LAST_AGAIN = 60_000;
    private static final int LEAST_EXPIRY = 30;

    private final SipStack stack;
    private final Resolver resolver;
    private final SipTrunk trunk;
    private final TrunkListener listener;
    private final String callId = Randoms.text() + Randoms.text();
    private final Lane lane;
    private final Requester requester;
    private volatile TrunkState state = TrunkState.UNKNOWN;
    private volatile List<Hop> hops = List.of();
    private Timer timer = Timer.NONE;
    private long number;
    private long again = FIRST_AGAIN;
    private long expiry;
    /** What was wrong with a certificate in this round. */
    private Optional<TlsFault> fault = Optional.empty();

    private volatile boolean closed;

    TrunkLine(SipStack stack, Resolver resolver, SipTrunk trunk, TrunkListener listener) {
        this.stack = stack;
        this.resolver = resolver;
        this.trunk = trunk;
        this.listener = listener;
        this.lane = stack.of(callId).lane();
        this.requester = new Requester(stack, callId, Optional.of(credentials()));
        this.expiry = Math.max(LEAST_EXPIRY, trunk.expirySeconds());
    }

    SipTrunk trunk() {
        return trunk;
    }

    TrunkState state() {
        return state;
    }

    Credentials credentials() {
        return new Credentials(trunk.user(), trunk.password());
    }

    /** The ways to it, the best first. */
    List<Flow> flows() {
        return hops.stream()
                .filter(hop -> hop.transport() != Transport.TLS
                        || stack.transports().tlsPort().isPresent())
                .map(hop -> stack.transports().to(hop.transport(), hop.address(), hop.name()))
                .toList();
    }

    void start() {
        lane.execute(this::find);
    }

    private void find() {
        if (!closed) {
            var unused = resolver.resolve(trunk)
                    .thenAccept(found -> lane.execute(() -> {
                        hops = found;
                        fault = Optional.empty();
                        ask(0);
                    }));
        }
    }

    /** Registers or asks by the way of this number. */
    private void ask(int way) {
        if (closed) {
            return;
        }
        List<Flow> flows = flows();
        if (way >= flows.size()) {
            become(fault.map(TrunkLine::state).orElse(TrunkState.DOWN));
            later(backoff());
            return;
        }
        Flow flow = flows.get(way);
        requester.send(request(flow, expiry), flow, new Requester.Listener() {
            @Override
            public void answered(SipResponse response, Flow from) {
                if (!response.isProvisional()) {
                    heard(response, way);
                }
            }

            @Override
            public void failed(int status) {
                fault = fault.or(flow::fault);
                ask(way + 1);
            }
        });
    }

    private static TrunkState state(TlsFault fault) {
        return switch (fault) {
            case UNTRUSTED -> TrunkState.UNTRUSTED;
            case OTHER_HOST -> TrunkState.OTHER_HOST;
            case EXPIRED -> TrunkState.EXPIRED;
        };
    }

    private SipRequest request(Flow flow, long seconds) {
        number += 2;
        var headers = new Headers();
        String method = trunk.registers() ? "REGISTER" : "OPTIONS";
        String own = SipUri.of(trunk.user(), trunk.host(), 0).toString();
        headers.add(HeaderName.VIA, stack.via(flow));
        headers.add(HeaderName.MAX_FORWARDS, "70");
        headers.add(HeaderName.FROM, "<" + own + ">;tag=" + Randoms.text());
        headers.add(HeaderName.TO, trunk.registers() ? "<" + own + ">" : "<sip:" + host() + ">");
        headers.add(HeaderName.CALL_ID, callId);
        headers.add(HeaderName.CSEQ, number + " " + method);
        headers.add(HeaderName.CONTACT, stack.contact(flow, trunk.user()));
        if (trunk.registers()) {
            headers.add(HeaderName.EXPIRES, String.valueOf(seconds));
        }
        headers.add(HeaderName.USER_AGENT, stack.agent());
        return new SipRequest(method, "sip:" + host(), headers);
    }

    private String host() {
        return trunk.host().indexOf(':') >= 0 ? "[" + trunk.host() + "]" : trunk.host();
    }

    private void heard(SipResponse response, int way) {
        int status = response.status();
        if (!trunk.registers() && status != 408 && status != 503) {
            again = FIRST_AGAIN;
            become(TrunkState.UP);
            later(PING);
        } else if (response.isSuccess()) {
            again = FIRST_AGAIN;
            become(TrunkState.UP);
            later(granted(response) * 850);
        } else if (status == 423) {
            expiry = Math.max(
                    expiry + 1,
                    Math.min(
                            86_400,
                            response.headers().number(HeaderName.MIN_EXPIRES).orElse(3_600L)));
            ask(way);
        } else if (status == 401 || status == 403 || status == 407) {
            become(TrunkState.REFUSED);
            later(REFUSED_AGAIN);
        } else {
            ask(way + 1);
        }
    }

    private long granted(SipResponse response) {
        long whole = response.headers().number(HeaderName.EXPIRES).orElse(expiry);
        for (String contact : response.headers().values(HeaderName.CONTACT)) {
            Optional<NameAddr> found = NameAddr.parse(contact);
            boolean ours = found.flatMap(NameAddr::uri)
                    .filter(uri -> uri.user().equals(trunk.user()))
                    .isPresent();
            Optional<Long> seconds =
                    found.flatMap(address -> address.params().find("expires")).flatMap(Tokens::number);
            if (ours && seconds.isPresent()) {
                whole = seconds.get();
            }
        }
        return Math.max(15, Math.min(whole, 86_400));
    }

    private long backoff() {
        long pause = again;
        again = Math.min(again * 2, LAST_AGAIN);
        return pause + ThreadLocalRandom.current().nextLong(pause / 4 + 1);
    }

    private void later(long millis) {
        timer.cancel();
        timer = lane.after(millis, this::find);
    }

    private void become(TrunkState now) {
        if (state != now && !closed) {
            state = now;
            listener.changed(trunk, now);
        }
    }

    /** Gives it up; the carrier is told if it still counts on it. */
    void close() {
        lane.execute(() -> {
            List<Flow> flows = flows();
            boolean registered = trunk.registers() && state == TrunkState.UP && !closed;
            closed = true;
            timer.cancel();
            if (registered && !flows.isEmpty()) {
                requester.send(request(flows.get(0), 0), flows.get(0), new Requester.Listener() {
                    @Override
                    public void answered(SipResponse response, Flow from) {
                        // It is given up either way.
                    }

                    @Override
                    public void failed(int status) {
                        // It expires by itself.
                    }
                });
            }
        });
    }
}
