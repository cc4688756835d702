package org.patchbay.sip.pnp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.patchbay.api.Network;
import org.patchbay.sip.SipConfig;
import org.patchbay.spi.signalling.PhoneOffers;
import org.patchbay.spi.signalling.PhoneQuestion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers phones that look for a server, where a network interface is named for it. Thread-safe. */
@Component(service = PlugAndPlay.class, immediate = true, configurationPid = "org.patchbay.sip")
public final class PlugAndPlay implements PhoneOffers {

    private static final Logger log = LoggerFactory.getLogger(PlugAndPlay.class);
    private static final int PORT = 5060;

    @Reference(policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<PhoneOffers> offers = List.of();

    private final @Nullable PnpListener listener;

    @Activate
    public PlugAndPlay(SipConfig config) {
        this.listener = config.plugAndPlay().isBlank()
                ? null
                : open(config.plugAndPlay().strip());
    }

    private @Nullable PnpListener open(String name) {
        try {
            NetworkInterface network =
                    network(name).orElseThrow(() -> new IOException("There is no network interface " + name));
            var opened = new PnpListener(network, PORT, this);
            log.info("Phones that look for a server on {} are answered", network.getName());
            return opened;
        } catch (IOException e) {
            log.error("Phones that look for a server are not answered; look at PATCHBAY_SIP_PNP", e);
            return null;
        }
    }

    /** By its name, or by an address of it. */
    static Optional<NetworkInterface> network(String name) throws IOException {
        Optional<NetworkInterface> byName = Optional.ofNullable(NetworkInterface.getByName(name));
        Optional<InetAddress> address = Network.address(name);
        return byName.isPresent() || address.isEmpty()
                ? byName
                : Optional.ofNullable(NetworkInterface.getByInetAddress(address.get()));
    }

    @Override
    public Optional<URI> offer(PhoneQuestion question) {
        return offers.stream().flatMap(one -> one.offer(question).stream()).findFirst();
    }

    @Deactivate
    public void close() throws IOException {
        PnpListener opened = listener;
        if (opened != null) {
            opened.close();
        }
    }
}
