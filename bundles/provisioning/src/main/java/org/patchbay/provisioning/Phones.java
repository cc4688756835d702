package org.patchbay.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.events.Events;
import org.patchbay.api.extensions.DeviceAccounts;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.api.identity.Scope;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.PortalLinks;
import org.patchbay.provisioning.phone.Phone;
import org.patchbay.provisioning.phone.PhoneSecrets;
import org.patchbay.provisioning.phone.PhoneState;
import org.patchbay.provisioning.store.PhoneStore;
import org.patchbay.provisioning.store.StoredPhone;

/** The desk phones of a portal. Thread-safe. */
@Component(service = Phones.class, configurationPid = "org.patchbay.provisioning")
@Designate(ocd = ProvisioningConfig.class)
public final class Phones {

    private static final int ACCOUNT_BYTES = 8;

    private final PhoneStore store;
    private final DeviceAccounts accounts;
    private final Extensions extensions;
    private final Access access;
    private final Secrets secrets;
    private final PortalLinks links;
    private final Events events;
    private final Audit audit;
    private final UnitOfWork unit;
    private final int most;

    @Activate
    public Phones(
            @Reference PhoneStore store,
            @Reference DeviceAccounts accounts,
            @Reference Extensions extensions,
            @Reference Access access,
            @Reference Secrets secrets,
            @Reference PortalLinks links,
            @Reference Events events,
            @Reference Audit audit,
            @Reference UnitOfWork unit,
            ProvisioningConfig config) {
        this.store = store;
        this.accounts = accounts;
        this.extensions = extensions;
        this.access = access;
        this.secrets = secrets;
        this.links = links;
        this.events = events;
        this.audit = audit;
        this.unit = unit;
        this.most = config.phonesPerPortal();
    }

    /** A phone with what is known of its fetching. */
    public record KnownPhone(Phone phone, PhoneState state) {}

    /**
     * A phone with its secrets.
     *
     * @param url from where it fetches its first file, once
     * @param adminPassword of the phone's own pages
     */
    public record PhoneHandout(Phone phone, String url, String adminPassword) {

        @Override
        public String toString() {
            return "PhoneHandout[" + phone.id() + "]";
        }
    }

    /** The name under which a phone's secrets are sealed. */
    static String field(String id) {
        return "provisioning/" + id;
    }

    /** The phones of the extensions that the caller sets up. */
    public Page<KnownPhone> list(PortalId portal, PageRequest page, Caller by) {
        Scope scope = access.scope(by, portal, Right.CONFIGURE_CALL_HANDLING);
        Page<StoredPhone> found = store.list(portal, page);
        return new Page<>(
                found.items().stream()
                        .filter(stored -> includes(portal, scope, stored))
                        .map(stored -> new KnownPhone(stored.phone(), stored.state()))
                        .toList(),
                found.next(),
                scope.everywhere() ? found.total() : OptionalLong.empty());
    }

    /** Every phone of the portal. */
    public List<Phone> all(PortalId portal) {
        List<Phone> all = new java.util.ArrayList<>();
        Page.walk(page -> store.list(portal, page), stored -> all.add(stored.phone()));
        return all;
    }

    private boolean includes(PortalId portal, Scope scope, StoredPhone stored) {
        return extensions
                .find(portal, stored.phone().extension())
                .map(Extension::department)
                .map(scope::includes)
                .orElse(scope.everywhere());
    }

    /** The phone; NOT_FOUND for what the caller may not set up. */
    public KnownPhone find(PortalId portal, String id, Caller by) {
        StoredPhone stored = require(portal, id, by);
        return new KnownPhone(stored.phone(), stored.state());
    }

    private StoredPhone require(PortalId portal, String id, Caller by) {
        Scope scope = access.scope(by, portal, Right.CONFIGURE_CALL_HANDLING);
        return store.find(portal, id)
                .filter(stored -> includes(portal, scope, stored))
                .orElseThrow(() -> Problem.NOT_FOUND.because("phone.unknown", "There is no such phone"));
    }

    /**
     * Adds a phone, with an account of its own.
     *
     * @param make makes it from its id and the id of its account
     */
    public PhoneHandout create(PortalId portal, BiFunction<String, String, Phone> make, Caller by) {
        Phone draft = make.apply(Ids.next(), "");
        PhoneSecrets made = PhoneSecrets.make();
        return unit.call(() -> {
            requireFree(draft);
            if (store.list(portal, PageRequest.first(1)).total().orElse(0) >= most) {
                throw Problem.CONFLICT.because("desk-phone.limit", "The portal has as many phones as it may");
            }
            String device = accounts.create(portal, draft.extension(), name(draft), draft.networks(), by)
                    .device()
                    .id();
            Phone phone = draft.device(device);
            store.insert(portal, fresh(portal, phone, made, PhoneSecrets.random(ACCOUNT_BYTES), PhoneState.NEW));
            Map<String, String> after = fields(portal, phone);
            after.put("secret", "set");
            tell(portal, ProvisioningEvents.CREATED, phone, Map.of(), after, by);
            return handed(portal, phone, made);
        });
    }

    private void requireFree(Phone phone) {
        // Whose it is is told to nobody: it may be another portal's.
        if (store.withMac(phone.mac()).filter(other -> !isSame(other, phone)).isPresent()) {
            throw Problem.CONFLICT.at("/mac", "phone.mac-taken", "is set up on this server already", Map.of());
        }
    }

    private static boolean isSame(PhoneStore.Placed other, Phone phone) {
        return other.stored().phone().id().equals(phone.id());
    }

    private static String name(Phone phone) {
        return phone.label();
    }

    private StoredPhone fresh(PortalId portal, Phone phone, PhoneSecrets made, String account, PhoneState state) {
        return new StoredPhone(
                phone,
                Optional.of(PhoneSecrets.hash(made.token())),
                account,
                secrets.seal(portal, field(phone.id()), made.text()),
                state);
    }

    private PhoneHandout handed(PortalId portal, Phone phone, PhoneSecrets made) {
        String url = links.link(portal, "/provisioning/" + made.token() + '/').toString();
        return new PhoneHandout(phone, url, made.admin());
    }

    /**
     * Changes a phone; STALE unless the version is the present one. For another extension it gets another account.
     *
     * @param make makes it from the one before and the version after
     */
    public KnownPhone change(PortalId portal, String id, long version, BiFunction<Phone, Long, Phone> make, Caller by) {
        return unit.call(() -> {
            StoredPhone before = require(portal, id, by);
            Phone old = before.phone();
            if (old.version() != version) {
                throw stale();
            }
            if (make.apply(old, version).equals(old)) {
                return new KnownPhone(old, before.state());
            }
            Phone wanted = make.apply(old, version + 1);
            requireFree(wanted);
            Phone phone = wanted.device(device(portal, old, wanted, by));
            var stored = new StoredPhone(phone, before.tokenHash(), before.account(), before.sealed(), before.state());
            if (!store.update(portal, stored, version)) {
                throw stale();
            }
            tell(portal, ProvisioningEvents.UPDATED, phone, fields(portal, old), fields(portal, phone), by);
            return new KnownPhone(phone, before.state());
        });
    }

    private String device(PortalId portal, Phone old, Phone wanted, Caller by) {
        if (accounts.find(portal, old.device()).isPresent() && old.extension().equals(wanted.extension())) {
            accounts.change(portal, old.device(), name(wanted), wanted.networks(), by);
            return old.device();
        }
        accounts.delete(portal, old.device(), by);
        return accounts.create(portal, wanted.extension(), name(wanted), wanted.networks(), by)
                .device()
                .id();
    }

    private static PatchbayException stale() {
        return Problem.STALE.because("Somebody else changed this in the meantime");
    }

    /** New secrets and a new password of its account, so that whatever it was set up with before is no good any more. */
    public PhoneHandout renew(PortalId portal, String id, Caller by) {
        PhoneSecrets made = PhoneSecrets.make();
        return unit.call(() -> {
            StoredPhone before = require(portal, id, by);
            accounts.renew(portal, before.phone().device(), by);
            StoredPhone renewed =
                    fresh(portal, before.phone(), made, PhoneSecrets.random(ACCOUNT_BYTES), before.state());
            if (!store.update(portal, renewed, before.phone().version())) {
                throw stale();
            }
            tell(
                    portal,
                    ProvisioningEvents.RENEWED,
                    before.phone(),
                    Map.of("secret", "set"),
                    Map.of("secret", "changed"),
                    by);
            return handed(portal, before.phone(), made);
        });
    }

    /** Forgets a phone with its account. */
    public void delete(PortalId portal, String id, Caller by) {
        unit.run(() -> {
            Phone phone = require(portal, id, by).phone();
            accounts.delete(portal, phone.device(), by);
            store.delete(portal, id);
            tell(portal, ProvisioningEvents.DELETED, phone, fields(portal, phone), Map.of(), by);
        });
    }

    private Map<String, String> fields(PortalId portal, Phone phone) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("mac", phone.mac());
        fields.put("maker", phone.maker().name());
        fields.put("model", phone.model());
        fields.put(
                "extension",
                extensions
                        .find(portal, phone.extension())
                        .map(Extension::number)
                        .orElse(phone.extension()));
        fields.put("language", phone.language().orElse(""));
        fields.put("ringTone", phone.ringTone().orElse(""));
        fields.put("transport", phone.transport().name());
        fields.put("networks", String.join(" ", phone.networks()));
        fields.put(
                "keys",
                phone.keys().stream().map(key -> key.kind() + " " + key.value()).collect(Collectors.joining(", ")));
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    private void tell(
            PortalId portal,
            String action,
            Phone phone,
            Map<String, String> before,
            Map<String, String> after,
            Caller by) {
        audit.record(portal, by, new AuditDraft(action, "desk-phone", phone.id(), before, after));
        events.publish(
                portal,
                action,
                phone.id(),
                new ProvisioningEvents.PhoneChange(phone.id(), phone.mac(), phone.extension()));
    }
}
