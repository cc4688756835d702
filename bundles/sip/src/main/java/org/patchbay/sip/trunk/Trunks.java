package org.patchbay.sip.trunk;

import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.PortalId;
import org.patchbay.api.signalling.TrunkState;
import org.patchbay.sip.dialog.Route;
import org.patchbay.sip.message.SipUri;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.spi.signalling.SipTrunk;

/** The trunks that are kept. Thread-safe. */
public final class Trunks implements AutoCloseable {

    private final SipStack stack;
    private final Resolver resolver;
    private final TrunkListener listener;
    private final Map<TrunkKey, TrunkLine> lines = new ConcurrentHashMap<>();

    /** The DNS servers are those of the machine unless given. */
    public Trunks(SipStack stack, Optional<DnsServerAddressStreamProvider> servers, TrunkListener listener) {
        this.stack = stack;
        this.resolver = new Resolver(stack.transports().loops(), servers);
        this.listener = listener;
    }

    /** From now on there are these; one that is the same stays as it is. */
    public synchronized void keep(List<SipTrunk> trunks) {
        Map<TrunkKey, SipTrunk> wanted = new HashMap<>();
        trunks.forEach(trunk -> wanted.put(new TrunkKey(trunk.portal(), trunk.id()), trunk));
        lines.forEach((key, line) -> {
            if (!line.trunk().equals(wanted.get(key))) {
                lines.remove(key);
                line.close();
            }
        });
        wanted.forEach((key, trunk) -> lines.computeIfAbsent(key, absent -> {
            var line = new TrunkLine(stack, resolver, trunk, listener);
            line.start();
            return line;
        }));
    }

    /** How one is doing. */
    public TrunkState state(PortalId portal, String trunk) {
        return Optional.ofNullable(lines.get(new TrunkKey(portal, trunk)))
                .map(TrunkLine::state)
                .orElse(TrunkState.UNKNOWN);
    }

    /** How many are up. */
    public long up() {
        return lines.values().stream()
                .filter(line -> line.state() == TrunkState.UP)
                .count();
    }

    /** The way to a number behind one. */
    public Optional<Route> route(PortalId portal, String trunk, String number) {
        return Optional.ofNullable(lines.get(new TrunkKey(portal, trunk))).map(line -> {
            SipTrunk found = line.trunk();
            String uri = SipUri.of(number, found.host(), found.port()).toString();
            return new Route(uri, number, found.host(), List.of(), line.flows(), Optional.of(line.credentials()));
        });
    }

    @Override
    public void close() {
        keep(List.of());
        resolver.close();
    }
}
