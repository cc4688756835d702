package org.patchbay.provisioning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.ClusterMap;
import org.patchbay.api.events.Events;
import org.patchbay.api.extensions.DeviceAccount;
import org.patchbay.api.extensions.DeviceAccounts;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Sessions;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.provisioning.phone.PhoneSecrets;

/** Links by which softphones set themselves up, each good once and for some minutes. Thread-safe. */
@Component(service = Softphones.class, configurationPid = "org.patchbay.provisioning")
public final class Softphones {

    /** What the file is called. */
    static final String FILE = "linphone.xml";

    /** The device that links are made for. */
    static final String DEVICE = "Softphone";

    private static final int TOKEN_BYTES = 16;
    private static final byte[] USED = {};

    private final DeviceAccounts accounts;
    private final Extensions extensions;
    private final Sessions sessions;
    private final PortalLinks links;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unit;
    private final ClusterMap tokens;
    private final Duration life;
    private final Clock clock;

    @Activate
    public Softphones(
            @Reference DeviceAccounts accounts,
            @Reference Extensions extensions,
            @Reference Sessions sessions,
            @Reference PortalLinks links,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unit,
            @Reference Cluster cluster,
            ProvisioningConfig config) {
        this.accounts = accounts;
        this.extensions = extensions;
        this.sessions = sessions;
        this.links = links;
        this.events = events;
        this.audit = audit;
        this.unit = unit;
        this.life = Duration.ofMinutes(config.softphoneMinutes());
        this.tokens = cluster.map("softphone-links", life);
        this.clock = Clock.systemUTC();
    }

    /**
     * A link that sets a softphone up.
     *
     * @param url of the file, good once
     * @param link opens the softphone with it
     * @param number whose calls it makes
     */
    public record SoftphoneLink(String url, String link, String number, Instant expires) {

        @Override
        public String toString() {
            return "SoftphoneLink[" + number + "]";
        }
    }

    /** A link for an extension that is the caller's own, or of somebody whom the caller manages. */
    public SoftphoneLink link(PortalId portal, String extension, Caller by) {
        DeviceAccount account = account(portal, extension, by);
        String token = PhoneSecrets.random(TOKEN_BYTES);
        tokens.put(key(portal, token), account.device().id().getBytes(StandardCharsets.UTF_8));
        String url = links.link(portal, "/provisioning/" + token + '/' + FILE).toString();
        return new SoftphoneLink(
                url,
                "linphone-config:" + url,
                account.extension().number(),
                clock.instant().plus(life));
    }

    private DeviceAccount account(PortalId portal, String extension, Caller by) {
        return unit.call(() -> {
            DeviceAccount made = accounts.personal(portal, extension, DEVICE, by);
            String device = made.device().id();
            var draft = new AuditDraft(
                    ProvisioningEvents.SOFTPHONE_LINKED,
                    "device",
                    device,
                    Map.of(),
                    Map.of("extension", made.extension().number()));
            audit.record(portal, by, draft);
            events.publish(
                    portal,
                    ProvisioningEvents.SOFTPHONE_LINKED,
                    device,
                    new ProvisioningEvents.SoftphoneLinked(device, extension));
            return made;
        });
    }

    /** The same for the own extension of the caller; of several that with the lowest number. */
    public SoftphoneLink own(PortalId portal, Caller by) {
        return link(portal, extension(portal, by), by);
    }

    private String extension(PortalId portal, Caller by) {
        List<Extension> own = by.personId()
                .filter(person -> by.portal().equals(portal))
                .map(person -> extensions.ofPerson(portal, person))
                .orElse(List.of());
        return own.stream()
                .findFirst()
                .map(Extension::id)
                .orElseThrow(
                        () -> Problem.NOT_FOUND.because("phone.no-extension", "There is no extension of one's own"));
    }

    /** The same for who says login and password, and a code where one is asked; the session that this takes ends at once. */
    public SoftphoneLink signIn(PortalId portal, String login, String password, Optional<String> code, String address) {
        return signedIn(portal, login, password, code, address, by -> own(portal, by));
    }

    /** The account of who says login and password, without a link between. */
    DeviceAccount account(PortalId portal, String login, String password, String address) {
        return signedIn(
                portal, login, password, Optional.empty(), address, by -> account(portal, extension(portal, by), by));
    }

    private <T> T signedIn(
            PortalId portal,
            String login,
            String password,
            Optional<String> code,
            String address,
            Function<Caller, T> work) {
        Caller by = sessions.signIn(portal, login, password, code, address).caller();
        try {
            return work.apply(by);
        } finally {
            if (by instanceof Caller.Member member) {
                sessions.signOut(portal, member.session());
            }
        }
    }

    /** Whose file it is; each token is good once. */
    Optional<DeviceAccount> redeem(PortalId portal, String token) {
        String key = key(portal, token);
        return tokens.get(key)
                .filter(device -> device.length > 0 && tokens.replace(key, device, USED))
                .flatMap(device -> accounts.find(portal, new String(device, StandardCharsets.UTF_8)));
    }

    private static String key(PortalId portal, String token) {
        return portal.value() + '/' + PhoneSecrets.hash(token);
    }
}
