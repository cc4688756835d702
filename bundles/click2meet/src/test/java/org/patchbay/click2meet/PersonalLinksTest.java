package org.patchbay.click2meet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.identity.Caller;
import org.patchbay.click2meet.link.PersonalLink;
import org.patchbay.testing.identity.Callers;

@Tag("S1.40")
@Tag("S3.10a")
final class PersonalLinksTest {

    private final World world = new World();
    private final PersonalLinks links = world.one.links;

    @AfterEach
    void close() {
        world.close();
    }

    private void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        Assertions.assertThatThrownBy(call).isInstanceOfSatisfying(PatchbayException.class, refusal -> assertThat(
                        refusal.errors().isEmpty()
                                ? refusal.code()
                                : refusal.errors().get(0).code())
                .isEqualTo(code));
    }

    private Caller.Member bob() {
        Caller.Member bob = Callers.user(world.acme);
        world.person(bob, "Änne Bërg-Ørsted", Optional.empty());
        return bob;
    }

    @Test
    void suggestsANameThatIsFreeAndSwitchedOff() {
        assertThat(links.of(world.acme, world.anna.person(), world.anna))
                .isEqualTo(new PersonalLink(world.anna.person(), "anna-berg", false));
        links.change(world.acme, world.anna.person(), "anna-berg", true, world.anna);

        Caller.Member other = Callers.user(world.acme);
        world.person(other, "Anna Berg", Optional.empty());
        assertThat(links.of(world.acme, other.person(), other).name()).isEqualTo("anna-berg-2");
        Caller.Member bob = bob();
        assertThat(links.of(world.acme, bob.person(), bob).name()).isEqualTo("aenne-berg-orsted");
        Caller.Member short1 = Callers.user(world.acme);
        world.person(short1, "李", Optional.empty());
        assertThat(links.of(world.acme, short1.person(), short1).name()).isEqualTo("person");
    }

    @Test
    void aNameIsCheckedAndOfOnePersonAlone() {
        links.change(world.acme, world.anna.person(), " Anna ", true, world.anna);
        assertThat(links.of(world.acme, world.anna.person(), world.anna).name()).isEqualTo("anna");
        Caller.Member bob = bob();
        refused(() -> links.change(world.acme, bob.person(), "anna", false, bob), "click2meet.taken");
        for (String wrong : new String[] {"an", "anna--b", "-anna", "anna/b", "ännä", "a".repeat(65)}) {
            refused(() -> links.change(world.acme, bob.person(), wrong, true, bob), "click2meet.name");
        }
        refused(() -> links.change(world.acme, bob.person(), "Support", true, bob), "click2meet.reserved");
    }

    @Test
    void theNameOfADeletedPersonIsFreeAgain() {
        links.change(world.acme, world.anna.person(), "anna", true, world.anna);
        world.delete(world.anna.person());
        Caller.Member bob = bob();
        links.change(world.acme, bob.person(), "anna", true, bob);
        assertThat(links.open(world.acme, "anna", Callers.nobody(world.acme))
                        .person()
                        .id())
                .isEqualTo(bob.person());
    }

    @Test
    void theNameOfADisabledPersonStaysTheirs() {
        links.change(world.acme, world.anna.person(), "anna", true, world.anna);
        world.disable(world.anna.person());
        Caller.Member bob = bob();
        refused(() -> links.change(world.acme, bob.person(), "anna", true, bob), "click2meet.taken");
    }

    @Test
    void aChangeIsOneOfTheAuditAndOfTheEvents() {
        links.change(world.acme, world.anna.person(), "anna", true, world.anna);
        links.change(world.acme, world.anna.person(), "anna", true, world.anna);
        assertThat(world.audit.actions(world.acme)).containsExactly("click2meet.link-changed");
        assertThat(world.audit.drafts(world.acme).get(0).personal()).containsExactly("link");
        assertThat(world.events.published("click2meet.link-changed")).hasSize(1);
    }

    @Test
    void managersChangeLinksOfOthersAndNobodyElseDoes() {
        Caller administrator = Callers.administrator(world.acme);
        links.change(world.acme, world.anna.person(), "anna", true, administrator);
        Caller.Member bob = bob();
        refused(() -> links.of(world.acme, world.anna.person(), bob), "forbidden");
        refused(() -> links.change(world.acme, world.anna.person(), "x-y", true, bob), "forbidden");
        Caller stranger = Callers.administrator(world.bolt);
        refused(() -> links.of(world.bolt, world.anna.person(), stranger), "person.unknown");
        refused(() -> links.of(world.acme, world.anna.person(), stranger), "forbidden");
    }

    @Test
    void visitorsFindWhoIsThereAndSwitchedOn() {
        Caller visitor = Callers.nobody(world.acme);
        refused(() -> links.open(world.acme, "anna", visitor), "click2meet.unknown");
        links.change(world.acme, world.anna.person(), "anna", true, world.anna);
        assertThat(links.open(world.acme, "anna", visitor).person().name()).isEqualTo("Anna Berg");
        refused(() -> links.open(world.bolt, "anna", Callers.nobody(world.bolt)), "click2meet.unknown");
        refused(() -> links.open(world.acme, "%00", visitor), "click2meet.unknown");

        links.change(world.acme, world.anna.person(), "anna", false, world.anna);
        refused(() -> links.open(world.acme, "anna", visitor), "click2meet.unknown");
        links.change(world.acme, world.anna.person(), "anna", true, world.anna);
        world.disable(world.anna.person());
        refused(() -> links.open(world.acme, "anna", visitor), "click2meet.unknown");
    }

    @Test
    void aPortalHasNoLinksWhereTheyAreSwitchedOff() {
        links.change(world.acme, world.anna.person(), "anna", true, world.anna);
        world.portals.change(world.acme, World::withoutFeatures);
        assertThat(links.offered(world.acme)).isFalse();
        refused(() -> links.open(world.acme, "anna", Callers.nobody(world.acme)), "click2meet.unknown");
        refused(() -> links.change(world.acme, world.anna.person(), "anna-b", true, world.anna), "feature.off");
        links.change(world.acme, world.anna.person(), "anna", false, world.anna);
    }

    @Test
    void whoTriesNamesIsHeldUp() {
        Caller visitor = Callers.nobody(world.acme);
        links.change(world.acme, world.anna.person(), "anna", true, world.anna);
        for (int i = 0; i < 100; i++) {
            String name = "guess-" + i;
            refused(() -> links.open(world.acme, name, visitor), "click2meet.unknown");
        }
        refused(() -> links.open(world.acme, "anna", visitor), "click2meet.throttled");
        assertThat(links.open(world.acme, "anna", new Caller.Nobody(world.acme, "198.51.100.7")))
                .isNotNull();
    }
}
