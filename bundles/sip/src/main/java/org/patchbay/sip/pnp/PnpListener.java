package org.patchbay.sip.pnp;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.patchbay.api.Network;
import org.patchbay.sip.message.HeaderName;
import org.patchbay.sip.message.SipMessage;
import org.patchbay.sip.message.SipParser;
import org.patchbay.sip.message.SipResponse;
import org.patchbay.sip.message.SipSyntaxException;
import org.patchbay.spi.signalling.PhoneOffers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears what phones send to 224.0.1.75 on one network interface, and tells those that are set up their link. What does not
 * come from the interface's own networks is not heard; who is nobody is not answered. A notification is sent again until the
 * phone takes it, 16 seconds at most (RFC 3261, timers E and F, shortened). Works on a thread of its own.
 */
final class PnpListener implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PnpListener.class);
    private static final String GROUP = "224.0.1.75";
    private static final int LARGEST = 8 * 1024;
    private static final int MOST_KNOWN = 1_000;
    private static final int MOST_A_SECOND = 20;
    private static final int TRIES = 6;
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final NetworkInterface network;
    private final PhoneOffers offers;
    private final DatagramChannel group;
    private final DatagramChannel own;
    private final Selector selector;
    private final InetSocketAddress address;
    private final ByteBuffer buffer = ByteBuffer.allocate(LARGEST);
    /** Questions of late, with what was answered; nothing to those that are nobody's. */
    private final Map<String, Optional<PnpAnswer>> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<PnpAnswer>> eldest) {
            return size() > MOST_KNOWN;
        }
    };

    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private long second = System.nanoTime();
    private int asked;

    /** A notification that was not taken yet. */
    private record Waiting(ByteBuffer bytes, InetSocketAddress to, int tries, long due) {
        Waiting later() {
            long delay = Math.min(LONGEST_NANOS, FIRST_NANOS << tries);
            return new Waiting(bytes, to, tries + 1, System.nanoTime() + delay);
        }
    }

    /** Listens at that port of the group on the interface. */
    PnpListener(NetworkInterface network, int port, PhoneOffers offers) throws IOException {
        this.network = network;
        this.offers = offers;
        InetAddress here = network.inetAddresses()
                .filter(Inet4Address.class::isInstance)
                .findFirst()
                .orElseThrow(() -> new IOException("The network interface has no address of IPv4"));
        this.selector = Selector.open();
        this.group = DatagramChannel.open(StandardProtocolFamily.INET);
        this.own = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            InetAddress multicast = InetAddress.getByName(GROUP);
            // Beside signalling itself, which has the same port at every address.
            group.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            group.bind(new InetSocketAddress(multicast, port));
            group.join(multicast, network);
            own.bind(new InetSocketAddress(here, 0));
            this.address = (InetSocketAddress) own.getLocalAddress();
            for (DatagramChannel channel : List.of(group, own)) {
                channel.configureBlocking(false);
                channel.register(selector, SelectionKey.OP_READ);
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        var thread = new Thread(this::run, "sip-plug-and-play");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (selector.isOpen()) {
            try {
                selector.select(this::read, Math.max(1, TimeUnit.NANOSECONDS.toMillis(pause())));
                repeat();
            } catch (IOException | RuntimeException e) {
                if (selector.isOpen()) {
                    log.warn("A phone that looks for a server was not answered", e);
                }
            }
        }
    }

    private long pause() {
        long now = System.nanoTime();
        return waiting.values().stream().mapToLong(one -> one.due() - now).min().orElse(SECOND_NANOS);
    }

    private void read(SelectionKey key) {
        var channel = (DatagramChannel) key.channel();
        try {
            buffer.clear();
            var from = (InetSocketAddress) channel.receive(buffer);
            if (from == null || !buffer.flip().hasRemaining() || !isNear(from.getAddress())) {
                return;
            }
            var bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            SipMessage message = SipParser.parse(bytes, bytes.length);
            if (channel.equals(own)) {
                taken(message);
            } else {
                PnpQuestion.of(message).ifPresent(question -> asked(question, from));
            }
        } catch (SipSyntaxException e) {
            log.debug("What came to {} is no SIP", GROUP);
        } catch (IOException e) {
            log.debug("Nothing could be read", e);
        }
    }

    /** Whether an address is in a network of the interface: a phone further away would have to lie. */
    private boolean isNear(InetAddress from) {
        return network.getInterfaceAddresses().stream()
                .filter(one -> one.getAddress() instanceof Inet4Address)
                .map(one -> new Network(one.getAddress(), one.getNetworkPrefixLength()))
                .anyMatch(near -> near.contains(from));
    }

    private void asked(PnpQuestion question, InetSocketAddress from) {
        String key = question.key() + '\n' + from;
        Optional<PnpAnswer> answer = known.get(key);
        if (answer == null) {
            if (isBusy()) {
                return;
            }
            Optional<URI> link = offers.offer(question.from(from.getAddress()));
            answer = link.map(one -> PnpAnswer.of(question, one, address, from));
            known.put(key, answer);
            answer.ifPresent(fresh ->
                    waiting.put(callId(question), new Waiting(fresh.notification(), from, 0, System.nanoTime())));
        }
        answer.ifPresent(one -> send(one.taken(), from));
    }

    private static String callId(PnpQuestion question) {
        return question.request().headers().text(HeaderName.CALL_ID);
    }

    /** Whether more was asked within a second than is answered: phones ask again by themselves. */
    private boolean isBusy() {
        long now = System.nanoTime();
        if (now - second > SECOND_NANOS) {
            second = now;
            asked = 0;
        }
        asked++;
        return asked > MOST_A_SECOND || waiting.size() >= MOST_KNOWN;
    }

    private void taken(SipMessage message) {
        if (message instanceof SipResponse response && !response.isProvisional()) {
            waiting.remove(response.headers().text(HeaderName.CALL_ID));
        }
    }

    private void repeat() {
        long now = System.nanoTime();
        Iterator<Map.Entry<String, Waiting>> each = waiting.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<String, Waiting> entry = each.next();
            Waiting one = entry.getValue();
            if (one.due() - now <= 0) {
                send(one.bytes(), one.to());
                if (one.tries() + 1 < TRIES) {
                    entry.setValue(one.later());
                } else {
                    each.remove();
                }
            }
        }
    }

    private void send(ByteBuffer bytes, InetSocketAddress to) {
        try {
            own.send(bytes.duplicate(), to);
        } catch (IOException e) {
            log.debug("A phone could not be answered", e);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        group.close();
        own.close();
    }
}
