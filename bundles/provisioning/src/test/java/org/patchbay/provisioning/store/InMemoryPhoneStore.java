package org.patchbay.provisioning.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.provisioning.phone.PhoneState;

/** Phones in a map. Thread-safe. */
public final class InMemoryPhoneStore implements PhoneStore {

    private final Map<String, Placed> phones = new LinkedHashMap<>();
    private final Map<String, String> offered = new HashMap<>();

    private synchronized List<StoredPhone> all(PortalId portal, Predicate<StoredPhone> wanted) {
        return phones.values().stream()
                .filter(placed -> placed.portal().equals(portal))
                .map(Placed::stored)
                .filter(wanted)
                .sorted(Comparator.comparing(stored -> stored.phone().mac()))
                .toList();
    }

    private Optional<StoredPhone> one(PortalId portal, Predicate<StoredPhone> wanted) {
        return all(portal, wanted).stream().findFirst();
    }

    @Override
    public Optional<StoredPhone> find(PortalId portal, String id) {
        return one(portal, stored -> stored.phone().id().equals(id));
    }

    @Override
    public Optional<StoredPhone> withToken(PortalId portal, String tokenHash) {
        return one(
                portal, stored -> stored.tokenHash().filter(tokenHash::equals).isPresent());
    }

    @Override
    public Optional<StoredPhone> withAccount(PortalId portal, String account) {
        return one(portal, stored -> stored.account().equals(account));
    }

    @Override
    public synchronized Optional<Placed> withMac(String mac) {
        return phones.values().stream()
                .filter(placed -> placed.stored().phone().mac().equals(mac))
                .findFirst();
    }

    @Override
    public Page<StoredPhone> list(PortalId portal, PageRequest page) {
        List<StoredPhone> after = all(
                portal, stored -> stored.phone().mac().compareTo(page.after().orElse("")) > 0);
        List<StoredPhone> found = after.stream().limit(page.limit() + 1L).toList();
        return PhonePage.of(found, page.limit(), all(portal, stored -> true).size());
    }

    @Override
    public List<StoredPhone> ofExtension(PortalId portal, String extension) {
        return all(portal, stored -> stored.phone().extension().equals(extension));
    }

    @Override
    public synchronized void insert(PortalId portal, StoredPhone phone) {
        boolean taken = phones.values().stream()
                .map(Placed::stored)
                .anyMatch(other -> other.phone().mac().equals(phone.phone().mac())
                        || other.account().equals(phone.account()));
        if (taken) {
            throw new IllegalStateException("The address or the account is taken");
        }
        phones.put(phone.phone().id(), new Placed(portal, phone));
    }

    private synchronized boolean change(
            PortalId portal, String id, Predicate<StoredPhone> when, UnaryOperator<StoredPhone> change) {
        Optional<StoredPhone> kept = find(portal, id).filter(when);
        kept.ifPresent(stored -> phones.put(id, new Placed(portal, change.apply(stored))));
        return kept.isPresent();
    }

    @Override
    public boolean update(PortalId portal, StoredPhone phone, long before) {
        return change(
                portal,
                phone.phone().id(),
                kept -> kept.phone().version() == before,
                kept -> with(phone, phone.tokenHash(), kept.state()));
    }

    private static StoredPhone with(StoredPhone stored, Optional<String> hash, PhoneState state) {
        var known = new PhoneState(hash.isEmpty(), state.fetched(), state.userAgent(), state.address());
        return new StoredPhone(stored.phone(), hash, stored.account(), stored.sealed(), known);
    }

    @Override
    public boolean claim(PortalId portal, String id, String tokenHash) {
        return change(
                portal,
                id,
                kept -> kept.tokenHash().filter(tokenHash::equals).isPresent(),
                kept -> with(kept, Optional.empty(), kept.state()));
    }

    @Override
    public void giveBack(PortalId portal, String id, String tokenHash) {
        change(
                portal,
                id,
                kept -> kept.tokenHash().isEmpty(),
                kept -> with(kept, Optional.of(tokenHash), kept.state()));
    }

    @Override
    public synchronized boolean offer(PortalId portal, String id, String tokenHash) {
        boolean theirs = find(portal, id)
                .flatMap(StoredPhone::tokenHash)
                .filter(tokenHash::equals)
                .isPresent();
        return theirs && !tokenHash.equals(offered.put(id, tokenHash));
    }

    @Override
    public void note(PortalId portal, String id, PhoneState state) {
        change(portal, id, kept -> true, kept -> with(kept, kept.tokenHash(), state));
    }

    @Override
    public synchronized void delete(PortalId portal, String id) {
        find(portal, id).ifPresent(stored -> phones.remove(id));
    }
}
