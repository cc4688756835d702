package org.patchbay.door;

import java.net.InetSocketAddress;
import java.nio.channels.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.patchbay.api.Network;
import org.patchbay.spi.web.ClientAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds the connections of one address, of IPv6 of one network, so that nobody takes all places. Trusted proxies, which
 * bring many people, have no bound. Thread-safe.
 */
public final class AddressLimit extends AbstractLifeCycle implements Connection.Listener {

    private static final Logger log = LoggerFactory.getLogger(AddressLimit.class);

    private final Server server;
    private final int limit;
    private final List<Network> proxies;
    private final Map<Channel, String> open = new ConcurrentHashMap<>();

    /**
     * A limit for all ports of the server.
     *
     * @param proxies blocks of addresses with commas between them
     */
    public AddressLimit(Server server, int limit, String proxies) {
        this.server = server;
        this.limit = limit;
        this.proxies = Network.list(proxies);
    }

    @Override
    protected void doStart() {
        Ports.of(server).forEach(port -> port.addBean(this));
    }

    @Override
    protected void doStop() {
        Ports.of(server).forEach(port -> port.removeBean(this));
        open.clear();
    }

    @Override
    public void onOpened(Connection connection) {
        // Below TLS and above it is the same channel, and below a WebSocket too.
        channel(connection).filter(channel -> !open.containsKey(channel)).ifPresent(channel -> {
            InetSocketAddress remote = connection.getEndPoint().getRemoteAddress();
            if (remote == null || proxies.stream().anyMatch(proxy -> proxy.contains(remote.getAddress()))) {
                return;
            }
            if (!enter(channel, new ClientAddress(remote.getAddress().getHostAddress()).network())) {
                log.debug("A connection is one too many of its address");
                connection.close();
            }
        });
    }

    @Override
    public void onClosed(Connection connection) {
        // A channel that is only handed on, from HTTP to a WebSocket, stays open.
        channel(connection).filter(channel -> !channel.isOpen()).ifPresent(open::remove);
    }

    private synchronized boolean enter(Channel channel, String address) {
        if (count(address) >= limit) {
            open.keySet().removeIf(known -> !known.isOpen());
            if (count(address) >= limit) {
                return false;
            }
        }
        open.put(channel, address);
        return true;
    }

    private long count(String address) {
        return open.values().stream().filter(address::equals).count();
    }

    private static Optional<Channel> channel(Connection connection) {
        return connection.getEndPoint().getTransport() instanceof Channel channel
                ? Optional.of(channel)
                : Optional.empty();
    }
}
