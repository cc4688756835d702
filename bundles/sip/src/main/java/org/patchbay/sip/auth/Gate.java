package org.patchbay.sip.auth;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.NameAddr;
import org.patchbay.sip.message.SipRequest;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.message.Tokens;
import org.patchbay.sip.neighbour.Neighbours;
import org.patchbay.sip.transaction.Randoms;
import org.patchbay.sip.transport.Flow;
import org.patchbay.spi.signalling.SipAccount;
import org.patchbay.spi.signalling.SipTrunk;
import org.patchbay.spi.signalling.Subscribers;

/**
 * Finds out who sends a request outside of a dialog. The domain of From (of REGISTER: of To) selects the portal and the realm;
 * a Request-URI that names another portal is refused, for there the same number is somebody else.
 * Who is not known gets the same answers as who knows the wrong password. Thread-safe.
 */
public final class Gate {

    /** Phones that give up when one of several challenges is unknown to them, against RFC 8760, section 2.4. */
    private static final List<String> ONE_CHALLENGE = List.of("baresip v0.", "baresip v1.");

    private static final int LONGEST_USER = 128;
    private static final String NOBODY = "0".repeat(64);

    private final Neighbours neighbours;
    private final Domains domains;
    private final Nonces nonces;
    private final Guard guard;
    private final List<DigestAlgorithm> offered;
    private final BiPredicate<SipAccount, InetAddress> usedFrom;

    /**
     * @param offered the preferred first
     * @param usedFrom whether an account is registered from an address
     */
    public Gate(
            Neighbours neighbours,
            Domains domains,
            Nonces nonces,
            Guard guard,
            List<DigestAlgorithm> offered,
            BiPredicate<SipAccount, InetAddress> usedFrom) {
        this.neighbours = neighbours;
        this.domains = domains;
        this.nonces = nonces;
        this.guard = guard;
        this.offered = List.copyOf(offered);
        this.usedFrom = usedFrom;
    }

    /** Whether nothing from there is even read. */
    public boolean isBlocked(InetAddress address) {
        return guard.isBlocked(address);
    }

    /** Whether it comes from a program that looks for open doors; its address may be forged, so it is held against nobody. */
    public boolean isScan(SipRequest request) {
        return Scanners.sent(request);
    }

    /** Whether a domain that the request names is one of a portal here. */
    public boolean isForUs(SipRequest request) {
        return request.from()
                        .flatMap(NameAddr::uri)
                        .map(SipUri::host)
                        .flatMap(domains::portal)
                        .isPresent()
                || request.target().map(SipUri::host).flatMap(domains::portal).isPresent();
    }

    /** The trunk that a request comes from, by its address; never what comes from a browser. */
    public Optional<SipTrunk> trunk(SipRequest request, Flow flow) {
        if (flow.transport().isWebSocket()) {
            return Optional.empty();
        }
        String called = request.target().map(SipUri::user).orElse("");
        return neighbours
                .subscribers()
                .flatMap(present -> present.trunk(flow.remote().getAddress(), called));
    }

    /** Whether it is a call from a carrier of which nobody can say whose it is. */
    public boolean isAmbiguous(SipRequest request, Flow flow) {
        return request.is("INVITE")
                && !flow.transport().isWebSocket()
                && neighbours
                        .subscribers()
                        .filter(present -> present.brings(flow.remote().getAddress()))
                        .isPresent()
                && trunk(request, flow).isEmpty();
    }

    /** Who sends this. */
    public Verdict judge(SipRequest request, Flow flow) {
        Optional<Subscribers> subscribers = neighbours.subscribers();
        if (subscribers.isEmpty()) {
            return unavailable(request);
        }
        Optional<String> credentials = request.headers()
                .find(HeaderName.AUTHORIZATION)
                .or(() -> request.headers().find(HeaderName.PROXY_AUTHORIZATION));
        boolean registers = request.is("REGISTER");
        Optional<SipUri> own = (registers ? request.to() : request.from()).flatMap(NameAddr::uri);
        String realm = own.map(SipUri::host).orElse("");
        if (credentials.isEmpty() && !registers && !isAccount(subscribers.get(), own)) {
            Optional<SipTrunk> trunk = trunk(request, flow);
            if (trunk.isPresent()) {
                return new Verdict.Known(new Identity.Trunk(trunk.get()));
            }
        }
        if (domains.portal(realm).isEmpty() || own.orElseThrow().user().length() > LONGEST_USER) {
            return isAmbiguous(request, flow)
                    ? new Verdict.Answered(request.answer(485, "Ambiguous", Randoms.text()))
                    : new Verdict.Silence();
        }
        if (credentials.isEmpty()) {
            return challenge(request, flow, realm, false);
        }
        return check(request, flow, subscribers.get(), own.orElseThrow(), credentials.get());
    }

    /** Whether it says to be a phone of a portal: that has to prove it, wherever it is. */
    private boolean isAccount(Subscribers subscribers, Optional<SipUri> own) {
        return own.filter(address -> domains.portal(address.host()).isPresent())
                .flatMap(address -> subscribers.account(address.host(), address.user()))
                .isPresent();
    }

    private Verdict check(SipRequest request, Flow flow, Subscribers subscribers, SipUri own, String credentials) {
        String realm = own.host();
        Optional<DigestFields> fields = DigestFields.parse(credentials);
        Optional<DigestAlgorithm> algorithm = fields.flatMap(DigestFields::algorithm);
        String qop = fields.map(found -> found.get("qop")).orElse("");
        if (fields.isEmpty() || algorithm.isEmpty() || !(qop.isEmpty() || qop.equals("auth"))) {
            return new Verdict.Answered(request.answer(400, "Bad Authorization", Randoms.text()));
        }
        DigestFields given = fields.get();
        Nonces.Verdict nonce =
                nonces.look(given.get("nonce"), realm, flow.remote().getAddress());
        if (nonce != Nonces.Verdict.GOOD) {
            return challenge(request, flow, realm, nonce == Nonces.Verdict.STALE);
        }
        String user = given.get("username");
        Optional<SipAccount> account = subscribers
                .account(realm, own.user())
                .filter(found ->
                        user.equalsIgnoreCase(found.user()) || user.equalsIgnoreCase(found.user() + '@' + realm))
                .filter(found -> found.networks().isEmpty()
                        || found.networks().stream()
                                .anyMatch(network ->
                                        network.contains(flow.remote().getAddress())));
        String secret = account.map(algorithm.get()::secret).orElse(NOBODY);
        String expected = given.expected(algorithm.get(), secret, request.method());
        boolean right = MessageDigest.isEqual(bytes(expected), bytes(given.get("response")));
        String name = own.user() + '@' + realm;
        InetAddress address = flow.remote().getAddress();
        if (account.isEmpty() || !right || !given.get("realm").equals(realm)) {
            guard.failed(address, name);
            return challenge(request, flow, realm, false);
        }
        if (guard.isBesieged(name) && !usedFrom.test(account.get(), address)) {
            return challenge(request, flow, realm, false);
        }
        if (request.target()
                .filter(target -> domains.isElsewhere(target, account.get().portal()))
                .isPresent()) {
            return new Verdict.Answered(request.answer(403, "Another Domain", Randoms.text()));
        }
        long count = qop.isEmpty() ? 1 : hex(given.get("nc"));
        return nonces.use(given.get("nonce"), realm, address, count) == Nonces.Verdict.GOOD
                ? new Verdict.Known(new Identity.Device(account.get()))
                : challenge(request, flow, realm, true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long hex(String text) {
        boolean right = text.length() == 8 && text.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return right ? Long.parseLong(text, 16) : 0;
    }

    private Verdict challenge(SipRequest request, Flow flow, String realm, boolean stale) {
        SipResponse answer = request.answer(401, "Unauthorized", Randoms.text());
        for (DigestAlgorithm algorithm : offered(request, flow)) {
            answer.headers()
                    .add(
                            HeaderName.WWW_AUTHENTICATE,
                            "Digest realm=" + Tokens.quote(realm) + ", nonce=\""
                                    + nonces.issue(realm, flow.remote().getAddress())
                                    + "\", algorithm=" + algorithm.label() + ", qop=\"auth\""
                                    + (stale ? ", stale=true" : ""));
        }
        return new Verdict.Answered(answer);
    }

    /** What the phone gets along with; phones in browsers know MD5 alone, and JsSIP looks at the last challenge. */
    private List<DigestAlgorithm> offered(SipRequest request, Flow flow) {
        String agent = request.headers().text(HeaderName.USER_AGENT);
        boolean one = flow.transport().isWebSocket() || ONE_CHALLENGE.stream().anyMatch(agent::startsWith);
        return one && offered.contains(DigestAlgorithm.MD5) ? List.of(DigestAlgorithm.MD5) : offered;
    }

    private static Verdict unavailable(SipRequest request) {
        SipResponse answer = request.answer(503, "Service Unavailable", Randoms.text());
        answer.headers().add(HeaderName.RETRY_AFTER, "5");
        return new Verdict.Answered(answer);
    }
}
