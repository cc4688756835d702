package org.patchbay.click2meet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.click2meet.link.PersonalLink;
import org.patchbay.testing.store.TestDatabase;

final class JpaLinkStoreOnDerbyTest implements LinkStoreContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.derby("click2meet");

    @Override
    public LinkStore store() {
        return new JpaLinkStore(DATABASE.jpa());
    }

    @Test
    void aNameErasedAndTakenInOneUnitIsFree() {
        var store = new JpaLinkStore(DATABASE.jpa());
        var portal = new PortalId(Ids.next());
        var gone = new PersonalLink(new PersonId(Ids.next()), "anna", true);
        var next = new PersonalLink(new PersonId(Ids.next()), "anna", true);
        store.save(portal, gone);
        DATABASE.unitOfWork().run(() -> {
            assertThat(store.named(portal, "anna")).contains(gone);
            store.erase(portal, gone.person());
            assertThat(store.named(portal, "anna")).isEmpty();
            store.save(portal, next);
        });
        assertThat(store.named(portal, "anna")).contains(next);
    }

    @Test
    void givesAndErasesWhatIsOfAPersonOrAPortal() {
        var store = new JpaLinkStore(DATABASE.jpa());
        var portal = new PortalId(Ids.next());
        var anna = new PersonalLink(new PersonId(Ids.next()), "anna", true);
        var bob = new PersonalLink(new PersonId(Ids.next()), "bob", true);
        store.save(portal, anna);
        store.save(portal, bob);
        List<Object> given = new ArrayList<>();
        store.export(portal, (kind, data) -> given.add(data));
        assertThat(given).containsExactlyInAnyOrder(anna, bob);

        store.erase(portal, anna.person());
        assertThat(store.of(portal, anna.person())).isEmpty();
        assertThat(store.of(portal, bob.person())).contains(bob);
        store.erase(portal);
        assertThat(store.of(portal, bob.person())).isEmpty();
    }
}
