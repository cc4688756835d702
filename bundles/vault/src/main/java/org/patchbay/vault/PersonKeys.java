package org.patchbay.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Cluster;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.secrets.PersonalSecrets;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.spi.tenancy.DataSink;
import org.patchbay.spi.tenancy.PortalData;
import org.patchbay.vault.store.PersonKeyStore;
import org.patchbay.vault.store.PersonKeyStore.Kept;

/**
 * A random key per person, sealed by the server's key. Keys that were committed are remembered, so that sealing and opening
 * ask the database once for each person; what one node destroys all of them forget.
 */
@Component
public final class PersonKeys implements PersonalSecrets, PortalData {

    private static final String DESTROYED = "person-key-destroyed";
    private static final String ALL = "*";
    private static final int KEY_BYTES = 32;
    private static final int REMEMBERED = 20_000;
    private static final int MAX_PLAIN_BYTES = 64 * 1024;

    private final PersonKeyStore store;
    private final Secrets secrets;
    private final UnitOfWork work;
    private final Cluster cluster;
    private final Registration forgetting;
    private final Sealing sealing = new Sealing();

    private final Map<Whose, SecretKey> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Whose, SecretKey> eldest) {
            return size() > REMEMBERED;
        }
    };
    /** Counts what was forgotten, so that a key read before is not remembered after. */
    private long forgotten;

    @Activate
    public PersonKeys(
            @Reference PersonKeyStore store,
            @Reference Secrets secrets,
            @Reference UnitOfWork work,
            @Reference Cluster cluster) {
        this.store = store;
        this.secrets = secrets;
        this.work = work;
        this.cluster = cluster;
        this.forgetting = cluster.subscribe(DESTROYED, message -> forget(new String(message, UTF_8)));
    }

    @Deactivate
    void stop() {
        forgetting.close();
    }

    @Override
    public String seal(PortalId portal, PersonId person, String plain) {
        byte[] bytes = plain.getBytes(UTF_8);
        if (bytes.length > MAX_PLAIN_BYTES) {
            throw Problem.TOO_LARGE.because("secret.too-large", "A secret may have " + MAX_PLAIN_BYTES + " bytes");
        }
        var whose = new Whose(portal, person);
        // For somebody erased: a key that nobody keeps.
        SecretKey key = keyFor(whose).orElseGet(() -> new SecretKeySpec(sealing.random(KEY_BYTES), "AES"));
        return sealing.seal(key, whose.bound(), bytes);
    }

    @Override
    public Optional<String> open(PortalId portal, PersonId person, String sealed) {
        var whose = new Whose(portal, person);
        return known(whose)
                .or(() -> work.call(() -> read(whose, store.find(portal, person))))
                .flatMap(key -> sealing.open(key, whose.bound(), sealed))
                .map(plain -> new String(plain, UTF_8));
    }

    @Override
    public void erase(PortalId portal, PersonId person) {
        work.run(() -> {
            store.destroy(portal, person);
            forgetEverywhere((portal.isRoot() ? "" : portal.value()) + '/' + person.value());
        });
    }

    private void forgetEverywhere(String whose) {
        forget(whose);
        work.afterCommit(() -> cluster.publish(DESTROYED, whose.getBytes(UTF_8)));
    }

    private Optional<SecretKey> keyFor(Whose whose) {
        return known(whose)
                .or(() -> work.call(() -> {
                    Kept kept = store.find(whose.portal, whose.person)
                            .orElseGet(() -> store.keep(
                                    whose.portal, whose.person, secrets.seal(whose.portal, whose.field(), fresh())));
                    return read(whose, Optional.of(kept));
                }));
    }

    private String fresh() {
        return Base64.getEncoder().encodeToString(sealing.random(KEY_BYTES));
    }

    private Optional<SecretKey> read(Whose whose, Optional<Kept> kept) {
        long before = forgotten();
        Optional<SecretKey> key = kept.flatMap(Kept::sealed)
                .map(closed -> secrets.open(whose.portal, whose.field(), closed))
                .map(text -> new SecretKeySpec(Base64.getDecoder().decode(text), "AES"));
        // Not before the commit: a key whose row is lost would seal what nobody can open.
        key.ifPresent(found -> work.afterCommit(() -> remember(whose, found, before)));
        return key;
    }

    private synchronized Optional<SecretKey> known(Whose whose) {
        return Optional.ofNullable(remembered.get(whose));
    }

    private synchronized long forgotten() {
        return forgotten;
    }

    private synchronized void remember(Whose whose, SecretKey key, long before) {
        if (forgotten == before) {
            remembered.put(whose, key);
        }
    }

    /** One person's in one portal or in all, or everybody's of a portal. */
    private synchronized void forget(String which) {
        forgotten++;
        remembered
                .keySet()
                .removeIf(whose -> whose.id().endsWith(which) || which.equals(whose.portal.value() + '/' + ALL));
    }

    @Override
    public String name() {
        return "vault";
    }

    /** Keys are nobody's data. */
    @Override
    public void export(PortalId portal, DataSink out) {}

    @Override
    public void erase(PortalId portal) {
        store.erase(portal);
        forgetEverywhere(portal.value() + '/' + ALL);
    }

    private record Whose(PortalId portal, PersonId person) {

        String field() {
            return "person/" + person.value();
        }

        String id() {
            return portal.value() + '/' + person.value();
        }

        byte[] bound() {
            return id().getBytes(UTF_8);
        }
    }
}
