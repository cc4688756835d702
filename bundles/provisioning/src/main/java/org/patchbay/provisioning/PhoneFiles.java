package org.patchbay.provisioning;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Network;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.events.Events;
import org.patchbay.api.extensions.DeviceAccount;
import org.patchbay.api.extensions.DeviceAccounts;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.provisioning.phone.Maker;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneSecrets;
import org.patchbay.provisioning.phone.PhoneState;
import org.patchbay.provisioning.store.PhoneStore;
import org.patchbay.provisioning.store.StoredPhone;

/**
 * What is fetched of provisioning: the first file of a phone by its secret, once; later files by the account that is in the
 * first (HTTP Basic, RFC 7617); the file of a softphone, by its link or by login and password of its person. Thread-safe.
 */
@Component(service = PhoneFiles.class, configurationPid = "org.patchbay.provisioning")
public final class PhoneFiles {

    /** Stands for the secret where the account is asked for. */
    static final String LASTING = "phone";

    /** Stands for the secret where a softphone says login and password of its person. */
    static final String LOGIN = "login";

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{32}");
    private static final int LONGEST_AGENT = 200;

    private final PhoneStore store;
    private final FileWriter writer;
    private final Softphones softphones;
    private final DeviceAccounts accounts;
    private final Secrets secrets;
    private final Portals portals;
    private final Events events;
    private final Throttle wrong;
    private final Clock clock;

    @Activate
    public PhoneFiles(
            @Reference PhoneStore store,
            @Reference FileWriter writer,
            @Reference Softphones softphones,
            @Reference DeviceAccounts accounts,
            @Reference Secrets secrets,
            @Reference Portals portals,
            @Reference Events events,
            @Reference Cluster cluster,
            ProvisioningConfig config) {
        this(store, writer, softphones, accounts, secrets, portals, events, cluster, config, Clock.systemUTC());
    }

    PhoneFiles(
            PhoneStore store,
            FileWriter writer,
            Softphones softphones,
            DeviceAccounts accounts,
            Secrets secrets,
            Portals portals,
            Events events,
            Cluster cluster,
            ProvisioningConfig config,
            Clock clock) {
        this.store = store;
        this.writer = writer;
        this.softphones = softphones;
        this.accounts = accounts;
        this.secrets = secrets;
        this.portals = portals;
        this.events = events;
        this.wrong = new Throttle(cluster, "provisioning-wrong", config.wrongPerAddress(), clock);
        this.clock = clock;
    }

    /**
     * A request for a file.
     *
     * @param authorization the header; empty without one
     */
    record Ask(String host, String secret, String file, String userAgent, String authorization, String address) {}

    /** What is answered. */
    sealed interface Answer {

        /**
         * Nothing, and not why.
         *
         * @param guessed whether the secret is nobody's
         */
        record Nothing(boolean guessed) implements Answer {}

        /** The account is asked for. */
        record WhoAreYou() implements Answer {}

        /** More than a password is asked, which a phone cannot say: it takes a browser. */
        record Browser() implements Answer {}

        /**
         * A file.
         *
         * @param sent is run when all of it was sent
         * @param lost is run when it could not be
         */
        record File(String type, String text, Runnable sent, Runnable lost) implements Answer {

            @Override
            public String toString() {
                return "File[" + type + "]";
            }
        }
    }

    /** Answers a request; what is wrong counts against its address. */
    Answer answer(Ask ask) {
        if (wrong.isBlocked(ask.address())) {
            return new Answer.Nothing(false);
        }
        Answer answer = portals.onHost(ask.host())
                .filter(portal -> portal.isOpenAt(clock.instant()))
                .map(portal -> answer(portal, ask))
                .orElseGet(PhoneFiles::nothing);
        if (isGuess(answer, ask)) {
            wrong.wrong(ask.address());
        }
        return answer;
    }

    /** Phones ask for files that there are not; that is no guess. */
    private static boolean isGuess(Answer answer, Ask ask) {
        return answer instanceof Answer.Nothing nothing
                ? nothing.guessed()
                : answer instanceof Answer.WhoAreYou && !ask.authorization().isEmpty();
    }

    private static Answer nothing() {
        return new Answer.Nothing(true);
    }

    private Answer answer(Portal portal, Ask ask) {
        if (ask.secret().equals(LASTING)) {
            return byAccount(portal.id(), ask);
        }
        if (ask.secret().equals(LOGIN)) {
            return ask.file().equals(Softphones.FILE) ? byPerson(portal.id(), ask) : new Answer.Nothing(false);
        }
        if (!TOKEN.matcher(ask.secret()).matches()) {
            return nothing();
        }
        if (ask.file().equals(Softphones.FILE)) {
            return softphones
                    .redeem(portal.id(), ask.secret())
                    .map(account -> softphone(portal.id(), account))
                    .orElseGet(PhoneFiles::nothing);
        }
        String hash = PhoneSecrets.hash(ask.secret());
        return store.withToken(portal.id(), hash)
                .map(stored -> file(portal.id(), stored, ask, Optional.of(hash)))
                .orElseGet(PhoneFiles::nothing);
    }

    private Answer softphone(PortalId portal, DeviceAccount account) {
        return new Answer.File("application/xml;charset=utf-8", writer.softphone(portal, account), () -> {}, () -> {});
    }

    /** Who signs in as at the page gets what a link would give. */
    private Answer byPerson(PortalId portal, Ask ask) {
        Optional<String> credentials = Credentials.basic(ask.authorization());
        if (credentials.isEmpty()) {
            return new Answer.WhoAreYou();
        }
        String[] parts = credentials.get().split(":", 2);
        try {
            return softphone(portal, softphones.account(portal, parts[0], parts[1], ask.address()));
        } catch (PatchbayException e) {
            return switch (e.problem()) {
                case UNAUTHENTICATED ->
                    e.code().equals("sign-in.further") ? new Answer.Browser() : new Answer.WhoAreYou();
                default -> new Answer.Nothing(false);
            };
        }
    }

    private Answer byAccount(PortalId portal, Ask ask) {
        Optional<String> credentials = Credentials.basic(ask.authorization());
        if (credentials.isEmpty()) {
            return new Answer.WhoAreYou();
        }
        String[] parts = credentials.get().split(":", 2);
        Optional<StoredPhone> stored = store.withAccount(portal, parts[0])
                .filter(found -> found.state().linked())
                .filter(found -> isPassword(parts[1], secrets(portal, found).fetch()));
        return stored.map(found -> file(portal, found, ask, Optional.empty())).orElseGet(Answer.WhoAreYou::new);
    }

    private static boolean isPassword(String said, String known) {
        return MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), known.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether this phone may ask for this file: by its name, what it says it is, and from where. */
    private static boolean fits(Phone phone, Ask ask) {
        Maker maker = phone.maker();
        return (maker.isOwn(ask.file(), phone.mac()) || maker.isCommon(ask.file()))
                && maker.isSaidBy(ask.userAgent(), phone.mac())
                && isFrom(phone.networks(), ask.address());
    }

    static boolean isFrom(List<String> networks, String address) {
        return networks.isEmpty()
                || Network.address(address)
                        .filter(from -> networks.stream().map(Network::of).anyMatch(network -> network.contains(from)))
                        .isPresent();
    }

    private Answer file(PortalId portal, StoredPhone stored, Ask ask, Optional<String> hash) {
        Phone phone = stored.phone();
        if (!fits(phone, ask)) {
            return new Answer.Nothing(false);
        }
        if (!phone.maker().isOwn(ask.file(), phone.mac())) {
            return new Answer.File(phone.maker().contentType(), phone.maker().common(), () -> {}, () -> {});
        }
        Optional<String> text = accounts.find(portal, phone.device())
                .map(account -> writer.phone(portal, phone, account, stored.account(), secrets(portal, stored)));
        if (text.isEmpty()
                || hash.filter(token -> !store.claim(portal, phone.id(), token)).isPresent()) {
            return new Answer.Nothing(false);
        }
        return new Answer.File(
                phone.maker().contentType(),
                text.get(),
                () -> note(portal, phone, ask),
                () -> hash.ifPresent(token -> store.giveBack(portal, phone.id(), token)));
    }

    private PhoneSecrets secrets(PortalId portal, StoredPhone stored) {
        return PhoneSecrets.of(secrets.open(portal, Phones.field(stored.phone().id()), stored.sealed()));
    }

    private void note(PortalId portal, Phone phone, Ask ask) {
        String agent = ask.userAgent();
        var state = new PhoneState(
                true,
                Optional.of(clock.instant()),
                Optional.of(agent.substring(0, Math.min(agent.length(), LONGEST_AGENT))),
                Optional.of(ask.address()));
        store.note(portal, phone.id(), state);
        events.publish(
                portal,
                ProvisioningEvents.FETCHED,
                phone.id(),
                new ProvisioningEvents.PhoneChange(phone.id(), phone.mac(), phone.extension()));
    }

    /** The header {@code Authorization}. */
    static final class Credentials {

        private static final String BASIC = "basic ";
        private static final int LONGEST = 500;

        private Credentials() {}

        /** User and password with a colon between them; empty for anything else. */
        static Optional<String> basic(String header) {
            if (header.length() > LONGEST || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
                return Optional.empty();
            }
            try {
                byte[] decoded = Base64.getDecoder()
                        .decode(header.substring(BASIC.length()).strip());
                return Optional.of(new String(decoded, StandardCharsets.UTF_8)).filter(text -> text.indexOf(':') > 0);
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
