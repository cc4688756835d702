package org.patchbay.extensions;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Network;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.DialPlan;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.book.PortalBook;
import org.patchbay.extensions.thing.Kinds;
import org.patchbay.spi.signalling.SipAccount;
import org.patchbay.spi.signalling.SipTrunk;
import org.patchbay.spi.signalling.Subscribers;

/**
 * Devices and trunks as signalling asks for them. What a device signs in with depends on the portal's host, so it is made of
 * the sealed password when it is first asked for and kept as long as neither changes. Thread-safe.
 */
@Component
public final class SubscriberService implements Subscribers {

    private static final int MOST_KEPT = 200_000;

    private final Books books;
    private final Portals portals;
    private final Secrets secrets;
    private final DialPlan plan;
    private final CarrierAddresses carriers;
    private final BrowserPhones browsers;
    private final Holders holders;
    private volatile Lines lines = new Lines(-1, List.of());
    private final Map<String, Kept> accounts = new ConcurrentHashMap<>();

    @Activate
    public SubscriberService(
            @Reference Books books,
            @Reference Portals portals,
            @Reference Secrets secrets,
            @Reference DialPlan plan,
            @Reference CarrierAddresses carriers,
            @Reference BrowserPhones browsers,
            @Reference Holders holders) {
        this.books = books;
        this.portals = portals;
        this.secrets = secrets;
        this.plan = plan;
        this.carriers = carriers;
        this.browsers = browsers;
        this.holders = holders;
    }

    /** An account with what it was made of. */
    private record Kept(SipAccount account, Device device, String sealed) {}

    @Override
    public Optional<SipAccount> account(String domain, String user) {
        return portals.onHost(domain.toLowerCase(Locale.ROOT))
                .filter(portal -> portal.host().equalsIgnoreCase(domain))
                .flatMap(portal -> account(portal, user.toLowerCase(Locale.ROOT)));
    }

    private Optional<SipAccount> account(Portal portal, String user) {
        PortalBook book = books.of(portal.id());
        return book.withKey("d:" + user)
                .map(Device.class::cast)
                .filter(device -> book.find(Kinds.EXTENSION, device.extension())
                        .filter(extension -> holders.mayUse(portal.id(), extension))
                        .isPresent())
                .flatMap(device -> book.sealed(device.id()).map(hidden -> account(portal, device, hidden)))
                .or(() -> browsers.account(portal, user));
    }

    private SipAccount account(Portal portal, Device device, String sealed) {
        Kept kept = accounts.get(device.id());
        if (kept != null
                && kept.device().equals(device)
                && kept.sealed().equals(sealed)
                && kept.account().domain().equals(portal.host())) {
            return kept.account();
        }
        String password = secrets.open(portal.id(), Register.field(device.id()), sealed);
        String secret = device.user() + ':' + portal.host() + ':' + password;
        var account = new SipAccount(
                portal.id(),
                device.id(),
                device.user(),
                portal.host(),
                hash("MD5", secret),
                hash("SHA-256", secret),
                device.mostContacts(),
                device.networks().stream().map(Network::of).toList());
        if (accounts.size() >= MOST_KEPT) {
            accounts.clear();
        }
        accounts.put(device.id(), new Kept(account, device, sealed));
        return account;
    }

    private static String hash(String algorithm, String text) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<SipTrunk> trunks() {
        return lines().stream().map(line -> sip(line.portal(), line.trunk())).toList();
    }

    /** The lines of all portals; looked for anew when something has changed. */
    private List<Line> lines() {
        long now = books.changes();
        Lines present = lines;
        if (present.changes() != now) {
            present = new Lines(
                    now,
                    books.portals().stream()
                            .flatMap(portal -> books.of(portal).trunks().stream()
                                    .filter(Trunk::on)
                                    .map(trunk -> Line.of(portal, trunk)))
                            .toList());
            lines = present;
        }
        return present.all();
    }

    private SipTrunk sip(PortalId portal, Trunk trunk) {
        return new SipTrunk(
                portal,
                trunk.id(),
                trunk.host(),
                trunk.port(),
                trunk.transport().map(Trunk.Transport::name).orElse(""),
                trunk.user(),
                books.of(portal)
                        .sealed(trunk.id())
                        .map(hidden -> secrets.open(portal, Register.field(trunk.id()), hidden))
                        .orElse(""),
                trunk.registers(),
                trunk.expirySeconds(),
                trunk.networks().stream().map(Network::of).toList());
    }

    @Override
    public Optional<SipTrunk> trunk(InetAddress source, String called) {
        List<Line> there =
                lines().stream().filter(line -> line.carries(source, carriers)).toList();
        List<Line> named = there.stream().filter(line -> line.isNamed(called)).toList();
        List<Line> fitting = named.isEmpty() ? there : named;
        List<PortalId> portalsOfIt =
                fitting.stream().map(Line::portal).distinct().toList();
        List<PortalId> meant = portalsOfIt.size() < 2
                ? portalsOfIt
                : portalsOfIt.stream()
                        .filter(portal -> plan.inbound(portal, called).isPresent())
                        .toList();
        return meant.size() == 1
                ? fitting.stream()
                        .filter(line -> line.portal().equals(meant.get(0)))
                        .findFirst()
                        .map(line -> sip(line.portal(), line.trunk()))
                : Optional.empty();
    }

    @Override
    public boolean brings(InetAddress source) {
        return lines().stream().anyMatch(line -> line.carries(source, carriers));
    }

    /** Every line that is switched on, as of a number of changes. */
    private record Lines(long changes, List<Line> all) {}

    /** A trunk that is switched on. */
    private record Line(PortalId portal, Trunk trunk, Optional<InetAddress> address, List<Network> networks) {

        static Line of(PortalId portal, Trunk trunk) {
            return new Line(
                    portal,
                    trunk,
                    CarrierAddresses.literal(trunk.host()),
                    trunk.networks().stream().map(Network::of).toList());
        }

        /** Whether that is the user part of the contact with which it registers. */
        boolean isNamed(String called) {
            return trunk.registers() && !called.isEmpty() && trunk.user().equalsIgnoreCase(called);
        }

        boolean carries(InetAddress source, CarrierAddresses carriers) {
            return address.map(source::equals).orElseGet(() -> carriers.has(trunk.host(), source))
                    || networks.stream().anyMatch(network -> network.contains(source));
        }
    }
}
