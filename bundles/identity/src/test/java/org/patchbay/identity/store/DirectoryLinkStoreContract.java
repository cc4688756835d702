package org.patchbay.identity.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.identity.store.Samples.ACME;
import static org.patchbay.identity.store.Samples.BOLT;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PersonId;

/** What every store of links to directories does. */
@Tag("S1.14")
interface DirectoryLinkStoreContract {

    DirectoryLinkStore store();

    @Test
    default void findsByPersonAndByAccountOfThePortalOnly() {
        DirectoryLink ada = link(ACME, "ldap", "account-1");
        DirectoryLink bob = link(BOLT, "ldap", "account-1");
        store().put(ada);
        store().put(bob);

        assertThat(store().find(ACME, ada.person())).contains(ada);
        assertThat(store().find(BOLT, ada.person())).isEmpty();
        assertThat(store().findByAccount(ACME, "ldap", "account-1")).contains(ada);
        assertThat(store().findByAccount(BOLT, "ldap", "account-1")).contains(bob);
        assertThat(store().findByAccount(ACME, "other", "account-1")).isEmpty();
        assertThat(store().findByAccount(ACME, "ldap", "account-2")).isEmpty();
        assertThat(store().plugins(ACME)).isEqualTo(Map.of(ada.person(), "ldap"));
        store().erase(ACME);
        store().erase(BOLT);
    }

    @Test
    default void writesInPlaceOfThePresentOne() {
        DirectoryLink ada = link(ACME, "ldap", "account-1");
        store().put(ada);

        store().put(ada.called("countess"));

        assertThat(store().find(ACME, ada.person())).contains(ada.called("countess"));
        assertThat(store().delete(BOLT, ada.person())).isFalse();
        assertThat(store().delete(ACME, ada.person())).isTrue();
        assertThat(store().delete(ACME, ada.person())).isFalse();
        assertThat(store().find(ACME, ada.person())).isEmpty();
    }

    @Test
    default void keepsAnAccountForOnePerson() {
        DirectoryLink ada = link(ACME, "ldap", "account-1");
        store().put(ada);

        assertThatThrownBy(() -> store().put(link(ACME, "ldap", "account-1")))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT));
        store().erase(ACME);
        assertThat(store().find(ACME, ada.person())).isEmpty();
    }

    private static DirectoryLink link(PortalId portal, String plugin, String account) {
        return new DirectoryLink(portal, new PersonId(Ids.next()), plugin, account, "ada");
    }
}
