package org.patchbay.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.meetings.DialIn;
import org.patchbay.api.meetings.Meeting;
import org.patchbay.api.meetings.MeetingDraft;
import org.patchbay.api.meetings.PhoneStay;
import org.patchbay.api.meetings.PhoneVisitor;
import org.patchbay.meetings.store.InMemoryDialInStore;
import org.patchbay.testing.Patience;
import org.patchbay.testing.identity.Callers;
import org.patchbay.testing.secrets.InMemorySecrets;
import org.patchbay.testing.store.InMemoryUnitOfWork;

class DialInServiceTest {

    private final MeetingWorld world = new MeetingWorld();
    private final DialInService dialIns = new DialInService(
            new InMemoryDialInStore(),
            new PhoneAccessDirectory(List.of(portal -> List.of("*55"))),
            world.one.meetings,
            world.one.rooms,
            world.one.places,
            world.portals,
            new InMemorySecrets(),
            new InMemoryUnitOfWork(),
            world.cluster.node("phones"));
    private final PortalId acme = world.acme.id();
    private final Caller.Member host = Callers.user(acme);

    @AfterEach
    void close() {
        world.close();
    }

    private static final class Phone implements PhoneVisitor {

        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final CountDownLatch in = new CountDownLatch(2);
        private final CountDownLatch out = new CountDownLatch(1);

        @Override
        public Answer offered(String sdp) {
            heard.add("offered");
            in.countDown();
            return new Answer(
                    "a=setup:active\r\na=ice-ufrag:fake\r\na=ice-pwd:fakefakefakefakefakefake\r\na=fingerprint:sha-256 "
                            + "AB:".repeat(31) + "AB\r\n",
                    4711);
        }

        @Override
        public void entered() {
            heard.add("entered");
            in.countDown();
        }

        @Override
        public void over(Reason why) {
            heard.add("over " + why);
            out.countDown();
        }
    }

    private Meeting meeting(Optional<String> pin) {
        var draft = new MeetingDraft("Monday", Optional.empty(), Optional.empty(), pin);
        return world.one.meetings.start(acme, draft, host);
    }

    private String numberOf(Meeting meeting) {
        return dialIns.of(acme, meeting.code()).map(DialIn::number).orElseThrow();
    }

    @Test
    void givesEachLinkOneNumber() {
        Meeting meeting = meeting(Optional.empty());
        assertThat(numberOf(meeting)).matches("[1-9]\\d{7}").isEqualTo(numberOf(meeting));
        assertThat(numberOf(meeting(Optional.empty()))).isNotEqualTo(numberOf(meeting));
        assertThat(dialIns.asksPin(acme, numberOf(meeting), "100")).isFalse();
    }

    @Test
    @Tag("S0.26")
    void asksForThePin() {
        Meeting meeting = meeting(Optional.of("4711"));
        String number = numberOf(meeting);
        assertThat(dialIns.asksPin(acme, number, "100")).isTrue();
        var phone = new Phone();
        var refusal = catchThrowableOfType(
                PatchbayException.class, () -> dialIns.enter(acme, number, Optional.of("1111"), "100", "Phone", phone));
        assertThat(refusal.errors())
                .extracting(FieldError::pointer, FieldError::code)
                .containsExactly(tuple("/pin", "pin.wrong"));
        assertThat(phone.heard).isEmpty();
    }

    @Test
    void aPhoneIsAGuestInTheRoomUntilTheMeetingEnds() throws InterruptedException {
        Meeting meeting = meeting(Optional.empty());
        var phone = new Phone();
        PhoneStay stay = dialIns.enter(acme, numberOf(meeting), Optional.empty(), "+4930123456", "+4930 …56", phone);
        assertThat(stay.meeting()).isEqualTo(meeting.id());
        assertThat(world.one.meetings.find(acme, meeting.id()).orElseThrow().participants())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.phone()).isTrue();
                    assertThat(one.name()).isEqualTo("+4930 …56");
                    assertThat(one.person()).isEmpty();
                });
        assertThat(phone.in.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(phone.heard).contains("entered", "offered");
        world.one.meetings.end(acme, meeting.id(), host);
        assertThat(phone.out.await(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(phone.heard).contains("over ENDED");
    }

    @Test
    void guessesAreThrottledForEachCaller() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            String number = String.valueOf(10_000_000 + i);
            codes.add(catchThrowableOfType(PatchbayException.class, () -> dialIns.asksPin(acme, number, "+4930123456"))
                    .code());
        }
        assertThat(codes.subList(0, 10)).containsOnly("meeting.link-ended");
        assertThat(codes.get(10)).isEqualTo("meeting.links-throttled");
        assertThat(dialIns.asksPin(acme, numberOf(meeting(Optional.empty())), "+4940999"))
                .isFalse();
    }
}
