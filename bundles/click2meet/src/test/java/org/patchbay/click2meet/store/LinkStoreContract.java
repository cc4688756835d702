package org.patchbay.click2meet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.click2meet.link.PersonalLink;

/** What every store of personal links does. */
interface LinkStoreContract {

    PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    PortalId BOLT = new PortalId("018f0000-0000-7000-8000-00000000000b");

    LinkStore store();

    private static PersonalLink link(String name, boolean on) {
        return new PersonalLink(new PersonId(Ids.next()), name, on);
    }

    @Test
    default void keepsOneLinkOfAPerson() {
        PersonalLink first = link("anna-" + Ids.next(), true);
        store().save(ACME, first);
        assertThat(store().of(ACME, first.person())).contains(first);
        assertThat(store().named(ACME, first.name())).contains(first);

        var second = new PersonalLink(first.person(), "berg-" + Ids.next(), false);
        store().save(ACME, second);
        assertThat(store().of(ACME, first.person())).contains(second);
        assertThat(store().named(ACME, first.name())).isEmpty();
        assertThat(store().named(ACME, second.name())).contains(second);
    }

    @Test
    default void findsNothingOfAnotherPortal() {
        PersonalLink link = link("anna-" + Ids.next(), true);
        store().save(ACME, link);
        assertThat(store().of(BOLT, link.person())).isEmpty();
        assertThat(store().named(BOLT, link.name())).isEmpty();

        var same = link(link.name(), true);
        store().save(BOLT, same);
        assertThat(store().named(BOLT, link.name())).contains(same);
        assertThat(store().named(ACME, link.name())).contains(link);
    }

    @Test
    default void theNameOfAnErasedLinkIsFree() {
        PersonalLink link = link("anna-" + Ids.next(), true);
        store().save(ACME, link);
        store().erase(BOLT, link.person());
        assertThat(store().of(ACME, link.person())).contains(link);

        store().erase(ACME, link.person());
        assertThat(store().of(ACME, link.person())).isEmpty();
        var next = link(link.name(), true);
        store().save(ACME, next);
        assertThat(store().named(ACME, link.name())).contains(next);
    }

    @Test
    default void refusesANameThatSomebodyElseHas() {
        PersonalLink link = link("anna-" + Ids.next(), true);
        store().save(ACME, link);
        assertThatThrownBy(() -> store().save(ACME, link(link.name(), false))).isInstanceOf(RuntimeException.class);
        assertThat(store().named(ACME, link.name())).contains(link);
    }
}
