package org.patchbay.sip.trunk;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufHolder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.dns.DefaultDnsQuestion;
import io.netty.handler.codec.dns.DnsRecord;
import io.netty.handler.codec.dns.DnsRecordType;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.patchbay.api.Network;
import org.patchbay.sip.dialog.Hop;
import org.patchbay.sip.transport.Transport;
import org.patchbay.spi.signalling.SipTrunk;

/** Finds the servers of a carrier: NAPTR, then SRV, then addresses (RFC 3263, section 4). Thread-safe; nothing blocks. */
final class Resolver implements AutoCloseable {

    private static final int MOST_HOPS = 8;
    private static final long QUERY_MILLIS = 3_000;
    private static final DnsRecordType NAPTR = DnsRecordType.NAPTR;
    private static final Map<Transport, String> SERVICES =
            Map.of(Transport.UDP, "_sip._udp.", Transport.TCP, "_sip._tcp.", Transport.TLS, "_sips._tcp.");

    private final DnsNameResolver dns;

    Resolver(EventLoopGroup loops, Optional<DnsServerAddressStreamProvider> servers) {
        var builder = new DnsNameResolverBuilder(loops.next())
                .datagramChannelType(NioDatagramChannel.class)
                .queryTimeoutMillis(QUERY_MILLIS);
        servers.ifPresent(builder::nameServerProvider);
        this.dns = builder.build();
    }

    /** Where the trunk is reached, the best first; empty if nowhere. Never fails. */
    CompletableFuture<List<Hop>> resolve(SipTrunk trunk) {
        Optional<Transport> given = Transport.of(trunk.transport());
        Transport transport = given.orElse(Transport.UDP);
        int port = trunk.port() == 0 ? transport.usualPort() : trunk.port();
        Optional<InetAddress> literal = Network.address(trunk.host());
        CompletableFuture<List<Hop>> found;
        if (literal.isPresent()) {
            found = CompletableFuture.completedFuture(
                    List.of(new Hop(transport, new InetSocketAddress(literal.get(), port), trunk.host())));
        } else if (trunk.port() != 0) {
            found = addresses(trunk.host(), port, transport, trunk.host());
        } else {
            found = services(trunk.host(), given)
                    .thenCompose(hops -> hops.isEmpty()
                            ? addresses(trunk.host(), port, transport, trunk.host())
                            : CompletableFuture.completedFuture(hops));
        }
        return found.exceptionally(e -> List.of());
    }

    private CompletableFuture<List<Hop>> services(String host, Optional<Transport> given) {
        if (given.isPresent()) {
            return service(SERVICES.getOrDefault(given.get(), "_sip._udp.") + host, given.get(), host);
        }
        return query(host, NAPTR, NaptrRecord::read).thenCompose(records -> {
            Optional<NaptrRecord> best = records.stream()
                    .filter(record -> record.transport().isPresent())
                    .min(Comparator.comparingInt(NaptrRecord::order).thenComparingInt(NaptrRecord::preference));
            return best.isPresent()
                    ? service(best.get().replacement(), best.get().transport().orElseThrow(), host)
                    : firstService(host, List.of(Transport.UDP, Transport.TCP, Transport.TLS));
        });
    }

    private CompletableFuture<List<Hop>> firstService(String host, List<Transport> left) {
        if (left.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        Transport transport = left.get(0);
        return service(SERVICES.getOrDefault(transport, "") + host, transport, host)
                .thenCompose(hops -> hops.isEmpty()
                        ? firstService(host, left.subList(1, left.size()))
                        : CompletableFuture.completedFuture(hops));
    }

    private CompletableFuture<List<Hop>> service(String name, Transport transport, String host) {
        return query(name, DnsRecordType.SRV, SrvRecord::read).thenCompose(records -> {
            List<SrvRecord> sorted = records.stream()
                    .filter(record -> !record.target().isEmpty())
                    .sorted(Comparator.comparingInt(SrvRecord::priority)
                            .thenComparing(
                                    Comparator.comparingInt(SrvRecord::weight).reversed()))
                    .limit(MOST_HOPS)
                    .toList();
            CompletableFuture<List<Hop>> all = CompletableFuture.completedFuture(List.of());
            for (SrvRecord record : sorted) {
                all = all.thenCombine(
                        addresses(record.target(), record.port(), transport, host)
                                .exceptionally(e -> List.of()),
                        (before, more) -> {
                            List<Hop> both = new ArrayList<>(before);
                            both.addAll(more);
                            return both;
                        });
            }
            return all;
        });
    }

    private CompletableFuture<List<Hop>> addresses(String host, int port, Transport transport, String name) {
        return future(dns.resolveAll(host)).thenApply(addresses -> addresses.stream()
                .limit(MOST_HOPS)
                .map(address -> new Hop(transport, new InetSocketAddress(address, port), name))
                .toList());
    }

    private <T> CompletableFuture<List<T>> query(String name, DnsRecordType type, Function<ByteBuf, T> reader) {
        return future(dns.resolveAll(new DefaultDnsQuestion(name, type)))
                .thenApply(records -> read(records, type, reader))
                .exceptionally(e -> List.of());
    }

    private static <T> List<T> read(List<DnsRecord> records, DnsRecordType type, Function<ByteBuf, T> reader) {
        List<T> read = new ArrayList<>();
        try {
            for (DnsRecord record : records) {
                if (record.type().equals(type) && record instanceof ByteBufHolder holder) {
                    read.add(reader.apply(holder.content()));
                }
            }
        } finally {
            records.forEach(ReferenceCountUtil::release);
        }
        return read;
    }

    private static <T> CompletableFuture<T> future(Future<T> future) {
        var result = new CompletableFuture<T>();
        future.addListener(done -> {
            if (future.isSuccess()) {
                result.complete(future.getNow());
            } else {
                result.completeExceptionally(future.cause());
            }
        });
        return result;
    }

    @Override
    public void close() {
        dns.close();
    }
}
