package org.patchbay.sip.peer;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.patchbay.api.Network;
import org.patchbay.api.PortalId;
import org.patchbay.sip.auth.DigestAlgorithm;
import org.patchbay.sip.neighbour.Neighbours;
import org.patchbay.spi.signalling.CallHandler;
import org.patchbay.spi.signalling.EventPackage;
import org.patchbay.spi.signalling.SipAccount;
import org.patchbay.spi.signalling.SipTrunk;
import org.patchbay.spi.signalling.Subscribers;
import org.patchbay.spi.signalling.TextMessages;

/** Two portals with accounts whose password is {@code pw} and their name. */
public final class TestNeighbours implements Neighbours, Subscribers {

    public static final PortalId ONE = new PortalId("0192-one");
    public static final PortalId TWO = new PortalId("0192-two");
    public static final Map<String, PortalId> DOMAINS =
            Map.of("one.example", ONE, "two.example", TWO, "127.0.0.1", ONE);

    public final List<SipTrunk> trunks = new CopyOnWriteArrayList<>();
    public volatile @Nullable CallHandler handler;
    public volatile @Nullable EventPackage events;
    public volatile @Nullable TextMessages texts;
    public volatile boolean away;

    /** Whether a call that is for no trunk is known to come from the carrier of one. */
    public volatile boolean carries;

    private final Map<String, SipAccount> accounts = new ConcurrentHashMap<>();

    public TestNeighbours() {
        DOMAINS.forEach(this::add);
    }

    private void add(String domain, PortalId portal) {
        for (int number = 100; number < 200; number++) {
            add(portal, domain, String.valueOf(number), 5, List.of());
        }
    }

    public void add(PortalId portal, String domain, String user, int mostContacts, List<Network> networks) {
        String secret = user + ':' + domain + ":pw" + user;
        accounts.put(
                user + '@' + domain,
                new SipAccount(
                        portal,
                        "account-" + user,
                        user,
                        domain,
                        DigestAlgorithm.MD5.hash(secret),
                        DigestAlgorithm.SHA_256.hash(secret),
                        mostContacts,
                        networks));
    }

    @Override
    public Optional<SipAccount> account(String domain, String user) {
        return Optional.ofNullable(accounts.get(user.toLowerCase(java.util.Locale.ROOT) + '@' + domain));
    }

    @Override
    public List<SipTrunk> trunks() {
        return trunks;
    }

    @Override
    public Optional<SipTrunk> trunk(InetAddress source, String called) {
        return trunks.stream()
                .filter(trunk -> trunk.sources().stream().anyMatch(network -> network.contains(source)))
                .filter(trunk -> called.startsWith("49") || (trunk.registers() && called.equals(trunk.user())))
                .findFirst();
    }

    @Override
    public boolean brings(InetAddress source) {
        return carries
                && trunks.stream()
                        .anyMatch(trunk -> trunk.sources().stream().anyMatch(network -> network.contains(source)));
    }

    @Override
    public Optional<Subscribers> subscribers() {
        return away ? Optional.empty() : Optional.of(this);
    }

    @Override
    public Optional<CallHandler> calls() {
        return Optional.ofNullable(handler);
    }

    @Override
    public Optional<EventPackage> events(String name) {
        return Optional.ofNullable(events).filter(found -> found.name().equals(name));
    }

    @Override
    public Optional<TextMessages> texts() {
        return Optional.ofNullable(texts);
    }
}
