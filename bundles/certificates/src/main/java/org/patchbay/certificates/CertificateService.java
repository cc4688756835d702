package org.patchbay.certificates;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.cluster.Task;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.kv.KeyValues;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;

/** The certificates of the server and which host shows which. Thread-safe. */
@Component(service = CertificateService.class, immediate = true)
public final class CertificateService {

    /** The id under which the server's own certificate is shown; it is replaced by settings, not here. */
    public static final String DEFAULT = "default";

    private static final String CHANGED = "certificates-changed";
    private static final int MOST_CHARS = 40_000;
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final CertificateStore store;
    private final ServedKeystore served;
    private final Portals portals;
    private final UnitOfWork work;
    private final AuditTrail audit;
    private final Cluster cluster;
    private final Registration changes;
    private final Task task;
    private final Clock clock;

    @Activate
    public CertificateService(
            @Reference KeyValues values,
            @Reference Secrets secrets,
            @Reference ServedKeystore served,
            @Reference Portals portals,
            @Reference UnitOfWork work,
            @Reference AuditTrail audit,
            @Reference Cluster cluster) {
        this(new CertificateStore(values, secrets), served, portals, work, audit, cluster, Clock.systemUTC());
    }

    CertificateService(
            CertificateStore store,
            ServedKeystore served,
            Portals portals,
            UnitOfWork work,
            AuditTrail audit,
            Cluster cluster,
            Clock clock) {
        this.store = store;
        this.served = served;
        this.portals = portals;
        this.work = work;
        this.audit = audit;
        this.cluster = cluster;
        this.clock = clock;
        this.changes = cluster.subscribe(CHANGED, message -> serve());
        serve();
        // A certificate for later is served from its day on.
        this.task = cluster.task("certificates-begin", LOOK, this::changed);
    }

    @Deactivate
    void stop() {
        task.close();
        changes.close();
    }

    private void serve() {
        served.serve(store.all(), now());
    }

    /** The server's own first, then the uploaded ones. */
    public List<CertificateView> list() {
        List<CertificateView> views = new ArrayList<>();
        served.defaults().forEach(identity -> views.add(CertificateView.of(DEFAULT, identity, now())));
        store.all().forEach((id, identity) -> views.add(CertificateView.of(id, identity, now())));
        return views;
    }

    /** Takes a certificate in; browsers that ask for one of its hosts get it from now on, within a second or two. */
    public CertificateView add(CertificateDraft draft, Caller by) {
        Identity identity = accept(draft);
        if (store.all().size() >= CertificateStore.MOST) {
            throw Problem.LIMITED.because("certificate.too-many", "Up to " + CertificateStore.MOST + " are kept");
        }
        return put(Ids.next(clock), identity, Optional.empty(), by);
    }

    /** Takes a certificate in place of another. */
    public CertificateView replace(String id, CertificateDraft draft, Caller by) {
        Identity before = need(id);
        return put(id, accept(draft), Optional.of(before), by);
    }

    private CertificateView put(String id, Identity identity, Optional<Identity> before, Caller by) {
        work.run(() -> {
            store.put(id, identity);
            String action = before.isPresent() ? "certificate.replaced" : "certificate.added";
            audit.record(
                    PortalId.ROOT,
                    by,
                    new AuditDraft(
                            action, "certificate", id, before.map(this::fields).orElse(Map.of()), fields(identity)));
            work.afterCommit(this::changed);
        });
        return CertificateView.of(id, identity, now());
    }

    /** Forgets a certificate; its hosts show the server's own again. */
    public void remove(String id, Caller by) {
        Identity before = need(id);
        work.run(() -> {
            store.remove(id);
            audit.record(
                    PortalId.ROOT,
                    by,
                    new AuditDraft("certificate.removed", "certificate", id, fields(before), Map.of()));
            work.afterCommit(this::changed);
        });
    }

    private Map<String, String> fields(Identity identity) {
        return Map.of(
                "hosts", String.join(", ", identity.hosts()),
                "until", identity.until().toString(),
                "fingerprint", identity.fingerprint());
    }

    private void changed() {
        serve();
        cluster.publish(CHANGED, "changed".getBytes(StandardCharsets.UTF_8));
    }

    private Identity need(String id) {
        return store.find(id)
                .orElseThrow(() -> Problem.NOT_FOUND.because("certificate.unknown", "There is no such certificate"));
    }

    private Identity accept(CertificateDraft draft) {
        if (draft.pem().isPresent() == draft.pkcs12().isPresent()) {
            throw Problem.INVALID.at("/pem", "certificate.form", "give either pem or pkcs12");
        }
        String given = draft.pem().or(draft::pkcs12).orElseThrow();
        String pointer = draft.pem().isPresent() ? "/pem" : "/pkcs12";
        if (given.length() > MOST_CHARS) {
            throw Problem.INVALID.at(pointer, "certificate.size", "has more than " + MOST_CHARS + " characters");
        }
        Identity identity = draft.pem().isPresent()
                ? Pem.read(given, pointer)
                : Keystores.read(base64(given, pointer), draft.password().orElse(""), pointer);
        if (identity.until().isBefore(now())) {
            throw Problem.INVALID.at(pointer, "certificate.expired", "expired on " + identity.until());
        }
        if (identity.hosts().isEmpty()) {
            throw Problem.INVALID.at(pointer, "certificate.no-hosts", "is made out to no host (subjectAltName)");
        }
        return identity;
    }

    private static byte[] base64(String text, String pointer) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw Problem.INVALID.at(pointer, "certificate.pkcs12", "must be base64");
        }
    }

    /** Which certificate each portal's host shows. */
    public Page<Coverage> coverage(PageRequest page) {
        Page<Portal> listed = portals.list(Optional.empty(), page);
        Map<String, Identity> uploaded = store.all();
        List<Identity> defaults = served.defaults();
        return new Page<>(
                listed.items().stream()
                        .flatMap(portal -> coverage(portal, uploaded, defaults).stream())
                        .toList(),
                listed.next(),
                listed.total());
    }

    /** Which certificate this portal's host shows. */
    public Coverage coverage(PortalId portal) {
        return portals.find(portal)
                .flatMap(found -> coverage(found, store.all(), served.defaults()))
                .orElseThrow(() -> unknown(portal));
    }

    private Optional<Coverage> coverage(Portal portal, Map<String, Identity> uploaded, List<Identity> defaults) {
        String host = portal.host();
        boolean named = !host.contains(":") && !host.matches("[0-9.]+");
        Optional<CertificateView> own = uploaded.entrySet().stream()
                .filter(entry -> named
                        && entry.getValue().covers(host)
                        && entry.getValue().hasBegun(now()))
                .max(Comparator.comparing((Map.Entry<String, Identity> entry) ->
                                entry.getValue().hosts().contains(host))
                        .thenComparing(entry -> entry.getValue().until()))
                .map(entry -> CertificateView.of(entry.getKey(), entry.getValue(), now()));
        Optional<CertificateView> fallback = defaults.stream()
                .filter(identity -> identity.covers(host))
                .findFirst()
                .or(() -> defaults.stream().findFirst())
                .map(identity -> CertificateView.of(DEFAULT, identity, now()));
        boolean covered = own.isPresent() || defaults.stream().anyMatch(identity -> identity.covers(host));
        boolean local = host.equals("localhost") || host.endsWith(".localhost");
        return own.or(() -> fallback)
                .map(view -> new Coverage(
                        portal.id(), portal.name(), host, covered, local, view, warnings(view, covered, local)));
    }

    private static List<String> warnings(CertificateView view, boolean covered, boolean local) {
        if (local) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>(view.warnings());
        if (!covered) {
            warnings.add(0, Warnings.NOT_COVERED);
        }
        return warnings;
    }

    private static PatchbayException unknown(PortalId portal) {
        return Problem.NOT_FOUND.because("portal.unknown", "There is no portal " + portal);
    }

    private Instant now() {
        return clock.instant();
    }
}
