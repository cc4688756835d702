package org.patchbay.testing.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.testing.tenancy.InMemoryPortals;

/** How access is decided, by the real one and by the fake. */
public interface AccessContract {

    /** The one under test, for these portals. */
    Access access(InMemoryPortals portals);

    /** Two portals and who may do what in them. */
    record Setting(Access access, PortalId acme, PortalId bolt) {
        void passes(Caller caller, PortalId portal, Right right) {
            assertThatCode(() -> access.require(caller, portal, right)).doesNotThrowAnyException();
        }

        void refuses(Problem problem, Caller caller, PortalId portal, Right right) {
            assertThatThrownBy(() -> access.require(caller, portal, right))
                    .isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                            .isEqualTo(problem));
        }
    }

    private Setting setting() {
        var portals = new InMemoryPortals();
        return new Setting(
                access(portals),
                portals.named("Acme").id(),
                portals.named("Bolt").id());
    }

    @Test
    @Tag("S0.11")
    default void rootMayDoEverythingEverywhereThatIs() {
        Setting in = setting();
        for (Right right : Right.values()) {
            in.passes(Callers.root(), PortalId.ROOT, right);
            in.passes(Callers.root(), in.acme(), right);
            in.refuses(Problem.NOT_FOUND, Callers.root(), new PortalId(Ids.next()), right);
        }
    }

    @Test
    default void theRoleOfRootCountsOnRootsHostAlone() {
        Setting in = setting();
        Caller fake = Callers.member(in.acme(), "root");

        in.refuses(Problem.FORBIDDEN, fake, in.acme(), Right.MANAGE_PORTALS);
        in.refuses(Problem.FORBIDDEN, fake, in.acme(), Right.MANAGE_PEOPLE);
        in.refuses(Problem.NOT_FOUND, fake, in.bolt(), Right.OWN_ACCOUNT);
        in.refuses(Problem.NOT_FOUND, fake, PortalId.ROOT, Right.OWN_ACCOUNT);
        in.refuses(Problem.NOT_FOUND, Callers.administrator(PortalId.ROOT), in.acme(), Right.OWN_ACCOUNT);
    }

    @Test
    @Tag("S0.02")
    @Tag("S0.04")
    default void anAdministratorManagesTheOwnPortalAndKnowsOfNoOther() {
        Setting in = setting();
        Caller administrator = Callers.administrator(in.acme());
        Set<Right> rootsOnly = EnumSet.of(Right.MANAGE_PORTALS, Right.SEE_MAIL_BODY);

        for (Right right : EnumSet.complementOf(EnumSet.copyOf(rootsOnly))) {
            in.passes(administrator, in.acme(), right);
        }
        for (Right right : rootsOnly) {
            in.refuses(Problem.FORBIDDEN, administrator, in.acme(), right);
        }
        for (Right right : Right.values()) {
            in.refuses(Problem.NOT_FOUND, administrator, in.bolt(), right);
            in.refuses(Problem.NOT_FOUND, administrator, PortalId.ROOT, right);
            in.refuses(Problem.NOT_FOUND, administrator, new PortalId("garbage"), right);
        }
    }

    @Test
    default void aUserMeetsAndManagesNothing() {
        Setting in = setting();
        Caller user = Callers.user(in.acme());

        in.passes(user, in.acme(), Right.OWN_ACCOUNT);
        in.passes(user, in.acme(), Right.HOST_MEETINGS);
        in.passes(user, in.acme(), Right.TAKE_PART);
        in.refuses(Problem.FORBIDDEN, user, in.acme(), Right.MANAGE_PEOPLE);
        in.refuses(Problem.FORBIDDEN, user, in.acme(), Right.SEE_MAIL);
        in.refuses(Problem.NOT_FOUND, user, in.bolt(), Right.OWN_ACCOUNT);
    }

    @Test
    default void anUnknownRoleGivesNothing() {
        Setting in = setting();
        in.refuses(Problem.FORBIDDEN, Callers.member(in.acme(), "emperor"), in.acme(), Right.HOST_MEETINGS);
        in.passes(Callers.member(in.acme(), "emperor"), in.acme(), Right.OWN_ACCOUNT);
    }

    @Test
    default void aGuestTakesPartInOneMeeting() {
        Setting in = setting();
        Caller guest = Callers.guest(in.acme(), "m1");

        in.passes(guest, in.acme(), Right.TAKE_PART);
        in.access().requireMeeting(guest, in.acme(), Right.TAKE_PART, "m1");
        assertThatThrownBy(() -> in.access().requireMeeting(guest, in.acme(), Right.TAKE_PART, "m2"))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND));
        assertThat(in.access().rights(guest, in.acme())).containsOnly(Right.ANYONE, Right.TAKE_PART);
        in.refuses(Problem.FORBIDDEN, guest, in.acme(), Right.OWN_ACCOUNT);
        in.refuses(Problem.NOT_FOUND, guest, in.bolt(), Right.TAKE_PART);
    }

    @Test
    default void nobodyIsAskedToSignIn() {
        Setting in = setting();
        Caller nobody = Callers.nobody(in.acme());

        in.passes(nobody, in.acme(), Right.ANYONE);
        in.refuses(Problem.UNAUTHENTICATED, nobody, in.acme(), Right.OWN_ACCOUNT);
        in.refuses(Problem.NOT_FOUND, nobody, in.bolt(), Right.ANYONE);
        in.refuses(Problem.NOT_FOUND, nobody, PortalId.ROOT, Right.OWN_ACCOUNT);
    }

    @Test
    default void onRootsHostNobodyLearnsWhichPortalsThereAre() {
        Setting in = setting();
        Caller nobody = Callers.nobody(PortalId.ROOT);

        in.refuses(Problem.UNAUTHENTICATED, nobody, in.acme(), Right.OWN_ACCOUNT);
        in.refuses(Problem.UNAUTHENTICATED, nobody, new PortalId("garbage"), Right.OWN_ACCOUNT);
    }

    @Test
    default void tellsTheRights() {
        Setting in = setting();

        assertThat(in.access().rights(Callers.root(), in.acme())).containsExactlyInAnyOrder(Right.values());
        assertThat(in.access().rights(Callers.user(in.acme()), in.bolt())).isEmpty();
        assertThat(in.access().rights(Callers.nobody(in.acme()), in.acme())).containsExactly(Right.ANYONE);
    }
}
