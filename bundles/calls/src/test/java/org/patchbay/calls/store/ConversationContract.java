package org.patchbay.calls.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.calls.CallDirection;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Conversation;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.identity.PersonId;

/** How every store of calls puts those together that belong together. */
interface ConversationContract {

    Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    CallStore store();

    /** Each a millisecond after the one before, so that ids are in order. */
    AtomicLong MILLIS = new AtomicLong();

    private static CallId next() {
        Instant at = NOON.plusMillis(MILLIS.incrementAndGet());
        return new CallId(Ids.next(Clock.fixed(at, ZoneOffset.UTC)));
    }

    private CallRecord add(PortalId portal, PersonId who, String called, Optional<CallId> common) {
        var leg = new LegRecord(
                "leg",
                "abc@phone.example",
                true,
                CallParty.Role.CALLER,
                "100",
                "",
                Optional.of(who),
                Optional.empty(),
                Optional.empty(),
                NOON,
                Optional.of(NOON),
                NOON.plusSeconds(9),
                200,
                "",
                Optional.empty());
        var call = new CallRecord(
                next(),
                CallDirection.INTERNAL,
                CallResult.ANSWERED,
                "100",
                "",
                called,
                NOON,
                Optional.of(NOON),
                NOON.plusSeconds(9),
                List.of(leg),
                List.of(),
                List.of(),
                common);
        store().end(portal, call);
        return call;
    }

    private static PersonId person() {
        return new PersonId(Ids.next());
    }

    private List<Conversation> all(PortalId portal, CallQuery query, Visible visible) {
        return store().conversations(portal, query, visible, PageRequest.first(50))
                .items();
    }

    private static Conversation of(CallRecord... calls) {
        return Conversation.of(List.of(calls));
    }

    @Test
    default void callsThatBelongTogetherAreOneWhereTheFirstBegan() {
        var portal = new PortalId(Ids.next());
        var elsewhere = new PortalId(Ids.next());
        var room = new CallId(Ids.next());
        CallRecord before = add(portal, person(), "101", Optional.empty());
        CallRecord one = add(portal, person(), "500", Optional.of(room));
        CallRecord between = add(portal, person(), "101", Optional.empty());
        CallRecord two = add(portal, person(), "500", Optional.of(room));
        CallRecord theirs = add(elsewhere, person(), "500", Optional.of(room));
        CallRecord three = add(portal, person(), "500", Optional.of(room));
        assertThat(all(portal, CallQuery.ALL, Visible.ALL))
                .containsExactly(of(between), of(one, two, three), of(before));
        assertThat(all(elsewhere, CallQuery.ALL, Visible.ALL)).containsExactly(of(theirs));
        assertThat(store().together(portal, room, Visible.ALL)).containsExactly(one, two, three);
        assertThat(store().together(portal, before.id(), Visible.ALL)).isEmpty();
    }

    @Test
    default void pagesHoldEachOnce() {
        var portal = new PortalId(Ids.next());
        List<Conversation> made = new ArrayList<>();
        var rooms = List.of(new CallId(Ids.next()), new CallId(Ids.next()), new CallId(Ids.next()));
        List<List<CallRecord>> calls = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int turn = 0; turn < 4; turn++) {
            for (int room = 0; room < rooms.size(); room++) {
                calls.get(room).add(add(portal, person(), "50" + room, Optional.of(rooms.get(room))));
            }
        }
        calls.forEach(some -> made.add(0, Conversation.of(some)));
        made.add(0, of(add(portal, person(), "101", Optional.empty())));
        List<Conversation> seen = new ArrayList<>();
        Page.walk(
                page -> store().conversations(portal, CallQuery.ALL, Visible.ALL, new PageRequest(1, page.after())),
                seen::add);
        assertThat(seen).containsExactlyElementsOf(made);
    }

    @Test
    default void whatIsLookedForInOneCallFindsAllThatMayBeSeen() {
        var portal = new PortalId(Ids.next());
        PersonId anna = person();
        PersonId bob = person();
        var common = new CallId(Ids.next());
        CallRecord first = add(portal, anna, "101", Optional.of(common));
        CallRecord second = add(portal, bob, "102", Optional.of(common));
        CallRecord third = add(portal, anna, "103", Optional.of(common));
        CallQuery ofSecond = query("102");
        assertThat(all(portal, ofSecond, Visible.ALL)).containsExactly(of(first, second, third));
        var byAnna = new Visible(false, Optional.of(anna), Set.of());
        assertThat(all(portal, CallQuery.ALL, byAnna)).containsExactly(of(first, third));
        assertThat(all(portal, ofSecond, byAnna)).isEmpty();
        assertThat(all(portal, query("103"), byAnna)).containsExactly(of(first, third));
        assertThat(store().together(portal, common, new Visible(false, Optional.of(bob), Set.of())))
                .containsExactly(second);
    }

    @Test
    default void whoCameLaterFindsWhatSomebodyElseBegan() {
        var portal = new PortalId(Ids.next());
        PersonId anna = person();
        PersonId bob = person();
        var room = new CallId(Ids.next());
        CallRecord first = add(portal, anna, "500", Optional.of(room));
        CallRecord second = add(portal, bob, "500", Optional.of(room));
        assertThat(all(portal, CallQuery.ALL, new Visible(false, Optional.of(bob), Set.of())))
                .containsExactly(of(second));
        assertThat(all(portal, of(bob), Visible.ALL)).containsExactly(of(first, second));
        assertThat(all(portal, of(anna), new Visible(false, Optional.of(bob), Set.of())))
                .isEmpty();
    }

    private static CallQuery of(PersonId person) {
        return new CallQuery(
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static CallQuery query(String text) {
        return new CallQuery(
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
