package org.patchbay.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.calls.CallAction;
import org.patchbay.api.calls.CallId;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallQuery;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallResult;
import org.patchbay.api.calls.Foresight;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.events.Event;
import org.patchbay.api.extensions.CallLimits;
import org.patchbay.api.extensions.CallSettings;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Right;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.live.RecordedSink;
import org.patchbay.testing.phonemedia.FakePhoneMedia;
import org.patchbay.testing.signalling.FakeLeg;

final class CallServiceTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private static void refused(Problem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(PatchbayException.class, e -> assertThat(e.problem())
                .isEqualTo(problem));
    }

    private List<LiveCall> live(Caller by) {
        return office.service.live(office.acme, by);
    }

    private List<CallRecord> records(Caller by) {
        return office.service
                .records(office.acme, CallQuery.ALL, PageRequest.first(10), by)
                .items();
    }

    @Test
    void aCallIsTheSameFromItsFirstRingToItsRecord() {
        FakeLeg[] two = office.talk("100", "101");
        CallId id = live(office.anna).get(0).id();
        two[0].hangsUp();
        CallRecord record = office.record();
        assertThat(record.id()).isEqualTo(id);
        assertThat(record.result()).isEqualTo(CallResult.ANSWERED);
        assertThat(office.events.published())
                .filteredOn(event -> event.subject().equals(id.value()))
                .extracting(Event::type)
                .containsSubsequence(CallEvents.STARTED, CallEvents.DECIDED, CallEvents.ANSWERED, CallEvents.ENDED);
        assertThat(live(office.anna)).isEmpty();
    }

    @Test
    @Tag("S3.26")
    @Tag("S3.04")
    @Tag("S4.36")
    void callsAreSeenByWhoTakesPartAndByTheDepartment() {
        FakeLeg[] two = office.talk("100", "101");
        assertThat(live(office.anna)).hasSize(1);
        assertThat(live(office.bob)).hasSize(1);
        assertThat(live(office.carla)).isEmpty();
        office.access.grant(office.carla, Right.SEE_CALLS, new DepartmentId("elsewhere"));
        assertThat(live(office.carla)).isEmpty();
        CallId id = live(office.anna).get(0).id();
        refused(Problem.NOT_FOUND, () -> office.service.act(office.acme, id, new CallAction.HangUp(), office.carla));
        office.access.grant(office.carla, Right.SEE_CALLS, office.sales);
        assertThat(live(office.carla)).hasSize(1);
        assertThat(office.service.live(office.bolt, Callers.user(office.bolt))).isEmpty();
        assertThat(office.service.find(office.bolt, id, office.anna)).isEmpty();

        refused(Problem.FORBIDDEN, () -> office.service.act(office.acme, id, new CallAction.HangUp(), office.carla));
        office.access.grant(office.carla, Right.OPERATE_CALLS, office.sales);
        office.service.act(office.acme, id, new CallAction.HangUp(), office.carla);
        await().until(two[0]::over);
        office.record();
        assertThat(records(office.anna)).hasSize(1);
        assertThat(records(office.carla)).hasSize(1);
        assertThat(records(Callers.user(office.acme))).isEmpty();
        assertThat(office.service.record(office.acme, id, office.bob)).isPresent();
        assertThat(office.service.record(office.bolt, id, office.anna)).isEmpty();
    }

    @Test
    @Tag("S3.28")
    @Tag("S3.30")
    @Tag("S3.31")
    void listeningWhisperingAndBargingNeedTheirRights() {
        office.talk("100", "101");
        LiveCall call = live(office.anna).get(0);
        office.access.grant(office.carla, Right.SEE_CALLS, office.sales);
        office.access.grant(office.carla, Right.OPERATE_CALLS, office.sales);
        var actions = Map.of(
                Right.LISTEN_IN, new CallAction.Listen(),
                Right.WHISPER, new CallAction.Whisper(call.parties().get(1).leg()),
                Right.BARGE_IN, new CallAction.BargeIn());
        actions.forEach((right, action) -> {
            refused(Problem.FORBIDDEN, () -> office.service.act(office.acme, call.id(), action, office.carla));
            office.access.grant(office.carla, right, office.sales);
            office.service.act(office.acme, call.id(), action, office.carla);
            office.ringing("102").refuses(486, "Busy");
        });
        assertThat(office.audit.actions(office.acme))
                .containsExactlyInAnyOrder("call.listened", "call.whispered", "call.barged-in");
    }

    @Test
    @Tag("S3.27")
    @Tag("S3.28")
    void speakingToAPhoneNeedsTheRightInItsDepartment() {
        office.access.grant(office.anna, Right.INTERCOM, new DepartmentId("elsewhere"));
        for (String code : List.of("*80101", "*82101")) {
            FakeLeg refused = office.call("100", code);
            await().until(() -> refused.told().contains(183));
            assertThat(office.signalling.invited()).isEmpty();
            refused.hangsUp();
        }
        office.access.grant(office.anna, Right.INTERCOM, office.sales);
        FakeLeg speaks = office.call("100", "*80101");
        office.ringing("101").answers(FakePhoneMedia.PHONE);
        await().until(speaks::talking);
    }

    @Test
    @Tag("S3.30")
    void whoTalksIsNotToldOfWhoListens() {
        FakeLeg[] two = office.talk("100", "101");
        LiveCall call = live(office.anna).get(0);
        office.access.grant(office.carla, Right.SEE_CALLS, office.sales);
        office.access.grant(office.anna, Right.SEE_CALLS, office.sales);
        office.access.grant(office.carla, Right.LISTEN_IN, office.sales);
        var told = new RecordedSink();
        var page = office.channel.open(office.anna, office.acme, "{}", told);
        office.service.act(office.acme, call.id(), new CallAction.Listen(), office.carla);
        office.ringing("102").answers(FakePhoneMedia.PHONE);
        await().until(() -> live(office.carla).get(0).parties().size() == 3
                && live(office.carla).get(0).parties().stream()
                        .anyMatch(party -> party.role() == CallParty.Role.LISTENER));
        assertThat(live(office.anna).get(0).parties()).hasSize(2);
        assertThat(office.service
                        .find(office.acme, call.id(), office.bob)
                        .orElseThrow()
                        .parties())
                .hasSize(2);
        two[0].hangsUp();
        office.record();
        assertThat(told.messages()).noneMatch(text -> text.contains("\"102\""));
        page.close();
        assertThat(records(office.anna).get(0).legs()).hasSize(2);
        assertThat(records(office.carla).get(0).legs()).hasSize(3);
    }

    @Test
    void originatesAtTheOwnPhone() {
        LiveCall call = office.service.originate(office.acme, "(101)", office.anna);
        FakeLeg own = office.ringing("100");
        own.answers(FakePhoneMedia.PHONE);
        FakeLeg other = office.ringing("101");
        other.answers(FakePhoneMedia.PHONE);
        await().until(() ->
                live(office.bob).stream().anyMatch(one -> one.answered().isPresent()));
        assertThat(live(office.bob).get(0).id()).isEqualTo(call.id());
        own.hangsUp();
        assertThat(office.record().called()).isEqualTo("101");
    }

    @Test
    void whoHasNoPhoneAndWhatIsNoNumberIsTold() {
        refused(Problem.INVALID, () -> office.service.originate(office.acme, "<>", office.anna));
        refused(Problem.INVALID, () -> office.service.originate(office.acme, "999", office.anna));
        assertThat(office.signalling.invited()).isEmpty();
        refused(Problem.CONFLICT, () -> office.service.originate(office.acme, "101", Callers.user(office.acme)));
        office.signalling.forget(office.acme, "phone-100");
        refused(Problem.CONFLICT, () -> office.service.originate(office.acme, "101", office.anna));
    }

    @Test
    void foreseesForWhoMayConfigure() {
        var question = new Foresight.Question("100", Optional.empty(), "101", Optional.empty());
        refused(Problem.FORBIDDEN, () -> office.service.foresee(office.acme, question, office.anna));
        office.access.grant(office.anna, Right.CONFIGURE_CALL_HANDLING, office.sales);
        Foresight seen = office.service.foresee(office.acme, question, office.anna);
        assertThat(seen.rings()).containsExactly("101");
        assertThat(seen.result()).isEqualTo(CallResult.MISSED);
        assertThat(office.signalling.invited()).isEmpty();
        assertThatThrownBy(() -> office.service.foresee(
                        office.acme,
                        new Foresight.Question("100", Optional.empty(), "abc", Optional.empty()),
                        office.anna))
                .isInstanceOfSatisfying(
                        PatchbayException.class,
                        e -> assertThat(e.errors()).singleElement().satisfies(error -> {
                            assertThat(error.pointer()).isEqualTo("/to");
                            assertThat(error.code()).isEqualTo("call.digits");
                        }));
        refused(
                Problem.INVALID,
                () -> office.service.foresee(
                        office.acme,
                        new Foresight.Question("999", Optional.empty(), "101", Optional.empty()),
                        office.anna));
    }

    @Test
    void aPageFollowsTheCallsThatItMaySee() {
        var hers = new RecordedSink();
        var strangers = new RecordedSink();
        var one = office.channel.open(office.anna, office.acme, "{}", hers);
        var other = office.channel.open(office.carla, office.acme, "{}", strangers);
        FakeLeg[] two = office.talk("100", "101");
        two[0].hangsUp();
        await().until(() -> hers.messages().stream().anyMatch(text -> text.contains("\"ENDED\"")));
        assertThat(hers.messages().get(0)).isEqualTo("{\"calls\":[]}");
        assertThat(hers.messages()).anyMatch(text -> text.contains("\"TALKING\""));
        assertThat(strangers.messages()).hasSize(1);
        one.close();
        other.close();
    }

    @Test
    void callsThatEndedWithAServerAreClosed() {
        var dead = office.exchange("two");
        office.signalling.call(dead, office.acme, "phone-100", "101", Optional.of(FakePhoneMedia.PHONE));
        await().until(() -> !office.events.published(CallEvents.STARTED).isEmpty());
        office.exchange.lookAround();
        assertThat(records(office.anna)).isEmpty();
        office.cluster.pass(java.time.Duration.ofMinutes(2));
        office.exchange.lookAround();
        CallRecord record = office.record();
        assertThat(record.result()).isEqualTo(CallResult.RESTART);
        assertThat(record.called()).isEqualTo("101");
        assertThat(office.events.published(CallEvents.ENDED)).hasSize(1);
    }

    @Test
    void aCodeThatEndedWithAServerHasItsPath() {
        var dead = office.exchange("two");
        office.signalling.call(dead, office.acme, "phone-100", "*43", Optional.of(FakePhoneMedia.PHONE));
        await().until(() -> office.store.left(Set.of(), 100).stream()
                .flatMap(sheet -> sheet.calls().stream())
                .anyMatch(call -> !call.path().isEmpty()));
        office.cluster.pass(java.time.Duration.ofMinutes(2));
        office.exchange.lookAround();
        assertThat(office.record().path())
                .extracting(step -> step.decision().reason())
                .contains("code");
    }

    @Test
    void aCleanStopHangsUpAndWritesDownWhatWas() {
        FakeLeg[] two = office.talk("100", "101");
        office.exchange.close();
        assertThat(two[0].over()).isTrue();
        assertThat(two[1].over()).isTrue();
        CallRecord record = office.record();
        assertThat(record.result()).isEqualTo(CallResult.ANSWERED);
        assertThat(record.path()).isNotEmpty();
        assertThat(record.legs()).hasSize(2);
        assertThat(records(office.anna)).hasSize(1);
        assertThat(records(office.bob)).hasSize(1);
    }

    @Test
    void aDivertToNowhereIsToldAndTheCallGoesOn() {
        FakeLeg[] two = office.talk("100", "101");
        CallId id = live(office.anna).get(0).id();
        for (String nowhere : List.of("abc", "999")) {
            refused(
                    Problem.INVALID,
                    () -> office.service.act(office.acme, id, new CallAction.Divert(nowhere), office.anna));
        }
        assertThat(two[0].talking()).isTrue();
        assertThat(two[1].talking()).isTrue();
        assertThat(live(office.anna)).hasSize(1);
    }

    @Test
    void everybodyParksTheOwnCallAndTakesItBack() {
        office.phones.put(
                office.acme,
                new CallSettings("DE", "30", "", Map.of(), List.of("71"), 60, false, CallLimits.STANDARD, 0));
        FakeLeg[] two = office.talk("100", "101");
        CallId id = live(office.bob).get(0).id();
        office.service.act(office.acme, id, new CallAction.Park(Optional.empty()), office.bob);
        await().until(two[1]::over);
        assertThat(live(office.bob)).extracting(LiveCall::id).containsExactly(id);
        assertThat(live(office.carla)).isEmpty();
        refused(Problem.NOT_FOUND, () -> office.service.act(office.acme, id, new CallAction.PickUp(), office.carla));
        office.service.act(office.acme, id, new CallAction.PickUp(), office.bob);
        office.ringing("101").answers(FakePhoneMedia.PHONE);
        await().until(() -> live(office.bob).get(0).place().isEmpty());
    }
}
