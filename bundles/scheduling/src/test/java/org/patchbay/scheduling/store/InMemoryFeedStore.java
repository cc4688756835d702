package org.patchbay.scheduling.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;

/** Keeps feeds in a list. */
public final class InMemoryFeedStore implements FeedStore {

    private final List<Feed> feeds = new ArrayList<>();

    private record Feed(PortalId portal, PersonId person, String secretHash, Instant created) {}

    @Override
    public Optional<Instant> created(PortalId portal, PersonId person) {
        return feeds.stream()
                .filter(feed -> feed.portal().equals(portal) && feed.person().equals(person))
                .map(Feed::created)
                .findFirst();
    }

    @Override
    public void put(PortalId portal, PersonId person, String secretHash, Instant created) {
        remove(portal, person);
        feeds.add(new Feed(portal, person, secretHash, created));
    }

    @Override
    public boolean remove(PortalId portal, PersonId person) {
        return feeds.removeIf(
                feed -> feed.portal().equals(portal) && feed.person().equals(person));
    }

    @Override
    public Optional<PersonId> bySecretHash(PortalId portal, String secretHash) {
        return feeds.stream()
                .filter(feed ->
                        feed.portal().equals(portal) && feed.secretHash().equals(secretHash))
                .map(Feed::person)
                .findFirst();
    }

    @Override
    public void erase(PortalId portal) {
        feeds.removeIf(feed -> feed.portal().equals(portal));
    }
}
