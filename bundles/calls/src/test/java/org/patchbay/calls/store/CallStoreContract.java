package org.patchbay.calls.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallDestination;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.CallState;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.phonemedia.PortQuality;

/** What every store of calls does. */
interface CallStoreContract {

    Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    CallStore store();

    private static PortalId portal() {
        return new PortalId(Ids.next());
    }

    private static LegRecord leg(PersonId person, DepartmentId department, CallParty.Role role, String number) {
        return new LegRecord(
                "leg-" + number,
                "abc@phone.example",
                role == CallParty.Role.CALLER,
                role,
                number,
                "Somebody at " + number,
                Optional.of(person),
                Optional.of(department),
                Optional.empty(),
                NOON,
                Optional.of(NOON.plusSeconds(5)),
                NOON.plusSeconds(65),
                200,
                "Normal call clearing",
                Optional.of(new PortQuality("PCMA", 3000, 2990, 5, 2.25, 1, 20, 4.25)));
    }

    private static CallRecord call(CallDirection direction, CallResult result, Instant at, List<LegRecord> legs) {
        return new CallRecord(
                new CallId(Ids.next()),
                direction,
                result,
                "100",
                "Somebody at 100",
                "+4940123456",
                at,
                Optional.of(at.plusSeconds(5)),
                at.plusSeconds(65),
                legs,
                List.of(new CallStep(at, new Decision("destination", "outside", Map.of("number", "+4940123456")))),
                List.of("vip"),
                Optional.empty());
    }

    private static CallRecord call(Instant at) {
        return call(
                CallDirection.OUTGOING,
                CallResult.ANSWERED,
                at,
                List.of(leg(new PersonId(Ids.next()), new DepartmentId(Ids.next()), CallParty.Role.CALLER, "100")));
    }

    private static CallRecord outside(Instant at) {
        return call(CallDirection.OUTGOING, CallResult.ANSWERED, at, List.of(byTrunk()));
    }

    private static LegRecord byTrunk() {
        return new LegRecord(
                "leg-out",
                "def@carrier.example",
                false,
                CallParty.Role.CALLED,
                "+4940123456",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of("trunk"),
                NOON,
                Optional.of(NOON.plusSeconds(5)),
                NOON.plusSeconds(65),
                200,
                "Normal call clearing",
                Optional.empty());
    }

    private static LiveCall live(CallRecord call) {
        var party = new CallParty(
                "leg",
                CallParty.Role.CALLER,
                CallParty.State.RINGING,
                "100",
                "Anna",
                Optional.of(new PersonId(Ids.next())),
                Optional.of(new DepartmentId(Ids.next())),
                Optional.of("trunk"),
                call.answered());
        return new LiveCall(
                call.id(),
                call.direction(),
                CallState.DECIDING,
                call.called(),
                call.started(),
                call.answered(),
                List.of(party),
                call.path(),
                false,
                Optional.of("71"),
                Optional.of(new CallDestination("voicemail", "101", "Bob")),
                call.tags(),
                call.together());
    }

    private List<CallRecord> all(PortalId portal, CallQuery query, Visible visible) {
        return store().list(portal, query, visible, PageRequest.first(50)).items();
    }

    @Test
    default void keepsACallWithItsLegsAndPath() {
        PortalId portal = portal();
        CallRecord call = call(NOON);
        store().keep(new LiveSheet(Ids.next(), portal, "run", List.of(live(call))));
        assertThat(store().find(portal, call.id())).isEmpty();
        assertThat(all(portal, CallQuery.ALL, Visible.ALL)).isEmpty();
        store().end(portal, call);
        assertThat(store().find(portal, call.id())).contains(call);
        store().end(portal, call);
        assertThat(all(portal, CallQuery.ALL, Visible.ALL)).containsExactly(call);
        assertThat(store().find(portal(), call.id())).isEmpty();
        assertThat(all(portal(), CallQuery.ALL, Visible.ALL)).isEmpty();
    }

    @Test
    default void manyAreKeptAtOnceOrNoneOfThem() {
        PortalId portal = portal();
        PortalId elsewhere = portal();
        CallRecord one = call(NOON);
        CallRecord two = call(CallDirection.INTERNAL, CallResult.MISSED, NOON, List.of());
        CallRecord others = call(NOON);
        store().endAll(List.of());
        store().endAll(List.of(
                new CallStore.Ended(portal, one),
                new CallStore.Ended(portal, two),
                new CallStore.Ended(elsewhere, others)));
        assertThat(store().find(portal, one.id())).contains(one);
        assertThat(store().find(portal, two.id())).contains(two);
        assertThat(store().find(elsewhere, others.id())).contains(others);
        assertThat(store().find(portal, others.id())).isEmpty();
        CallRecord three = call(NOON);
        assertThatThrownBy(() ->
                        store().endAll(List.of(new CallStore.Ended(portal, three), new CallStore.Ended(portal, one))))
                .isInstanceOfSatisfying(
                        PatchbayException.class, e -> assertThat(e.problem()).isEqualTo(Problem.CONFLICT));
        assertThat(store().find(portal, three.id())).isEmpty();
    }

    @Test
    default void aCallWhoseBeginningWasLostIsKeptAllTheSame() {
        PortalId portal = portal();
        CallRecord call = call(NOON);
        store().end(portal, call);
        assertThat(store().find(portal, call.id())).contains(call);
    }

    @Test
    default void keepsSheetsOfCallsThatGoOn() {
        PortalId portal = portal();
        String dead = Ids.next();
        String alive = Ids.next();
        var one = new LiveSheet(Ids.next(), portal, dead, List.of(live(call(NOON)), live(call(NOON))));
        var other = new LiveSheet(Ids.next(), portal, dead, List.of(live(call(NOON))));
        var going = new LiveSheet(Ids.next(), portal, alive, List.of(live(call(NOON))));
        List.of(one, other, going).forEach(store()::keep);
        assertThat(left(portal, Set.of(alive))).containsExactlyInAnyOrder(one, other);
        assertThat(store().left(Set.of(), 1)).hasSize(1);
        assertThat(store().lastSheet(dead)).contains(other.id().compareTo(one.id()) > 0 ? other.id() : one.id());
        assertThat(store().lastSheet(Ids.next())).isEmpty();
        store().drop(portal(), one.id());
        assertThat(left(portal, Set.of(alive))).containsExactlyInAnyOrder(one, other);
        store().drop(portal, one.id());
        assertThat(left(portal, Set.of(alive))).containsExactly(other);
        assertThat(left(portal, Set.of())).containsExactlyInAnyOrder(other, going);
    }

    private List<LiveSheet> left(PortalId portal, Set<String> runs) {
        return store().left(runs, 500).stream()
                .filter(sheet -> sheet.portal().equals(portal))
                .toList();
    }

    @Test
    default void pagesFromTheNewestOn() {
        PortalId portal = portal();
        List<CallRecord> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(0, call(NOON.plusSeconds(i)));
            store().end(portal, made.get(0));
        }
        made.sort(java.util.Comparator.comparing((CallRecord call) -> call.id().value())
                .reversed());
        Page<CallRecord> first = store().list(portal, CallQuery.ALL, Visible.ALL, PageRequest.first(3));
        assertThat(first.items()).containsExactlyElementsOf(made.subList(0, 3));
        Page<CallRecord> second = store().list(portal, CallQuery.ALL, Visible.ALL, new PageRequest(3, first.next()));
        assertThat(second.items()).containsExactlyElementsOf(made.subList(3, 5));
        assertThat(second.next()).isEmpty();
    }

    @Test
    default void filters() {
        PortalId portal = portal();
        var anna = new PersonId(Ids.next());
        var sales = new DepartmentId(Ids.next());
        CallRecord hers = call(
                CallDirection.INCOMING,
                CallResult.MISSED,
                NOON,
                List.of(leg(anna, sales, CallParty.Role.CALLED, "101")));
        CallRecord other = call(NOON.plusSeconds(60));
        store().end(portal, hers);
        store().end(portal, other);
        Optional<String> none = Optional.empty();
        assertThat(all(portal, query(Optional.of("SOMEBODY at"), none), Visible.ALL))
                .hasSize(2);
        assertThat(all(portal, query(Optional.of("40123"), none), Visible.ALL)).hasSize(2);
        assertThat(all(portal, query(Optional.of("%"), none), Visible.ALL)).isEmpty();
        assertThat(all(portal, query(none, Optional.of(anna.value())), Visible.ALL))
                .containsExactly(hers);
        assertThat(all(
                        portal,
                        new CallQuery(
                                none,
                                Optional.empty(),
                                Optional.of(CallDirection.INCOMING),
                                Optional.of(CallResult.MISSED),
                                Optional.of(NOON),
                                Optional.of(NOON.plusSeconds(1))),
                        Visible.ALL))
                .containsExactly(hers);
        assertThat(all(
                        portal,
                        new CallQuery(
                                none,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(NOON.plusSeconds(1)),
                                Optional.empty()),
                        Visible.ALL))
                .containsExactly(other);
    }

    private static CallQuery query(Optional<String> text, Optional<String> person) {
        return new CallQuery(
                text,
                person.map(PersonId::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    @Tag("S3.26")
    default void showsTheOwnCallsAndThoseOfDepartments() {
        PortalId portal = portal();
        var anna = new PersonId(Ids.next());
        var sales = new DepartmentId(Ids.next());
        CallRecord hers = call(
                CallDirection.INTERNAL,
                CallResult.ANSWERED,
                NOON,
                List.of(leg(anna, sales, CallParty.Role.CALLER, "100")));
        CallRecord other = call(NOON);
        store().end(portal, hers);
        store().end(portal, other);
        assertThat(all(portal, CallQuery.ALL, new Visible(false, Optional.of(anna), Set.of())))
                .containsExactly(hers);
        assertThat(all(portal, CallQuery.ALL, new Visible(false, Optional.empty(), Set.of(sales))))
                .containsExactly(hers);
        assertThat(all(portal, CallQuery.ALL, new Visible(false, Optional.empty(), Set.of())))
                .isEmpty();
        assertThat(all(
                        portal,
                        CallQuery.ALL,
                        new Visible(
                                false, Optional.of(new PersonId(Ids.next())), Set.of(new DepartmentId(Ids.next())))))
                .isEmpty();
    }

    @Test
    default void countsWhatWasCalledOutside() {
        PortalId portal = portal();
        store().end(portal, outside(NOON));
        store().end(portal, outside(NOON.plusSeconds(100)));
        store().end(portal, call(CallDirection.OUTGOING, CallResult.REFUSED, NOON, List.of()));
        store().end(portal, call(CallDirection.INCOMING, CallResult.ANSWERED, NOON, List.of(byTrunk())));
        store().end(portal(), outside(NOON));
        CallStore.Usage usage = store().usage(portal, NOON.minusSeconds(1), NOON.plusSeconds(50));
        assertThat(usage.seconds()).isEqualTo(60);
        assertThat(usage.numbers()).containsExactly("+4940123456");
        assertThat(store().usage(portal, NOON, NOON.plus(Duration.ofHours(1))).seconds())
                .isEqualTo(120);
    }

    @Test
    default void forgetsWhatIsOld() {
        PortalId portal = portal();
        CallRecord old = call(NOON.minus(Duration.ofDays(400)));
        CallRecord young = call(NOON);
        PortalId elsewhere = portal();
        CallRecord others = call(NOON.minus(Duration.ofDays(400)));
        store().end(portal, old);
        store().end(portal, young);
        store().end(elsewhere, others);
        assertThat(store().forget(portal, NOON.minus(Duration.ofDays(365)), 10)).isEqualTo(1);
        assertThat(all(portal, CallQuery.ALL, Visible.ALL)).containsExactly(young);
        assertThat(store().find(elsewhere, others.id())).contains(others);
    }

    @Test
    default void erasesAPersonFromCallsThatStay() {
        PortalId portal = portal();
        var anna = new PersonId(Ids.next());
        var bob = new PersonId(Ids.next());
        var sales = new DepartmentId(Ids.next());
        CallRecord call = call(
                CallDirection.INTERNAL,
                CallResult.ANSWERED,
                NOON,
                List.of(leg(anna, sales, CallParty.Role.CALLER, "100"), leg(bob, sales, CallParty.Role.CALLED, "101")));
        store().end(portal, call);
        store().erase(portal(), anna);
        assertThat(store().find(portal, call.id())).contains(call);
        store().erase(portal, anna);
        CallRecord left = store().find(portal, call.id()).orElseThrow();
        assertThat(left.caller()).isEmpty();
        assertThat(left.callerName()).isEmpty();
        assertThat(left.legs()).extracting(LegRecord::number).containsExactly("", "101");
        assertThat(left.legs()).extracting(LegRecord::person).containsExactly(Optional.empty(), Optional.of(bob));
    }

    @Test
    default void erasesTheOwnNumbersOfAPersonFromCallsOfOthers() {
        PortalId portal = portal();
        PortalId elsewhere = portal();
        var anna = new PersonId(Ids.next());
        var bob = new PersonId(Ids.next());
        CallRecord before = call(
                CallDirection.OUTGOING,
                CallResult.ANSWERED,
                NOON,
                List.of(leg(bob, new DepartmentId(Ids.next()), CallParty.Role.CALLER, "100"), byTrunk()));
        CallRecord call = before.with(
                before.legs(),
                List.of(
                        step(Map.of(
                                "numbers", "+4940123456, 102",
                                "owner", anna.value(),
                                "shown", "101",
                                "own", "+4940123456")),
                        step(Map.of("number", "+4940123456")),
                        step(Map.of("number", "+4917", "owner", bob.value(), "shown", "100", "own", "+4917"))));
        store().end(portal, call);
        CallRecord other = call(NOON).with(call.legs(), call.path());
        store().end(elsewhere, other);
        store().erase(portal, anna);
        CallRecord left = store().find(portal, call.id()).orElseThrow();
        assertThat(left.path())
                .extracting(one -> one.decision().params())
                .containsExactly(
                        Map.of("numbers", "101, 102"),
                        Map.of("number", "101"),
                        Map.of("number", "+4917", "owner", bob.value(), "shown", "100", "own", "+4917"));
        assertThat(left.legs()).extracting(LegRecord::number).containsExactly("100", "101");
        assertThat(left.legs()).extracting(LegRecord::person).containsExactly(Optional.of(bob), Optional.empty());
        assertThat(store().find(elsewhere, other.id())).contains(other);
    }

    private static CallStep step(Map<String, String> params) {
        return new CallStep(NOON, new Decision("follow-me", "rings", params));
    }

    @Test
    default void erasesAPortalAndNoOther() {
        PortalId portal = portal();
        PortalId elsewhere = portal();
        CallRecord gone = call(NOON);
        CallRecord stays = call(NOON);
        store().end(portal, gone);
        store().end(elsewhere, stays);
        store().erase(portal);
        assertThat(store().find(portal, gone.id())).isEmpty();
        assertThat(store().find(elsewhere, stays.id())).contains(stays);
    }
}
