package org.patchbay.identity.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Tokens for programs in a map. */
public final class InMemoryTokenStore implements TokenStore {

    private final Map<String, StoredToken> tokens = new ConcurrentHashMap<>();

    @Override
    public void insert(StoredToken token) {
        tokens.put(token.id(), token);
    }

    @Override
    public Optional<StoredToken> find(PortalId portal, String secretHash) {
        return tokens.values().stream()
                .filter(token ->
                        token.portal().equals(portal) && token.secretHash().equals(secretHash))
                .findFirst();
    }

    @Override
    public List<StoredToken> list(PortalId portal, PersonId person) {
        return tokens.values().stream()
                .filter(isOf(portal, person))
                .sorted(Comparator.comparing(StoredToken::id))
                .toList();
    }

    @Override
    public void used(PortalId portal, String id, Instant at, String address) {
        tokens.computeIfPresent(
                id,
                (key, token) -> !token.portal().equals(portal)
                        ? token
                        : new StoredToken(
                                id,
                                portal,
                                token.person(),
                                token.name(),
                                token.secretHash(),
                                token.scopes(),
                                token.networks(),
                                token.created(),
                                token.expires(),
                                Optional.of(at),
                                Optional.of(address)));
    }

    @Override
    public Optional<StoredToken> delete(PortalId portal, PersonId person, String id) {
        Optional<StoredToken> present = Optional.ofNullable(tokens.get(id)).filter(isOf(portal, person));
        present.ifPresent(token -> tokens.remove(id));
        return present;
    }

    @Override
    public List<String> deleteOfPerson(PortalId portal, PersonId person) {
        return remove(isOf(portal, person));
    }

    @Override
    public List<String> erase(PortalId portal) {
        return remove(token -> token.portal().equals(portal));
    }

    private List<String> remove(Predicate<StoredToken> wanted) {
        List<String> ids =
                tokens.values().stream().filter(wanted).map(StoredToken::id).toList();
        ids.forEach(tokens::remove);
        return ids;
    }

    private static Predicate<StoredToken> isOf(PortalId portal, PersonId person) {
        return token -> token.portal().equals(portal) && token.person().equals(person);
    }
}
