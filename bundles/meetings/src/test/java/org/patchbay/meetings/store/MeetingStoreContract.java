package org.patchbay.meetings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.patchbay.api.Ids;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.PersonId;
import org.patchbay.api.tenancy.Lobby;
import org.patchbay.api.tenancy.ScreenSharing;
import org.patchbay.spi.identity.PersonData;

/** What every meeting store does. */
interface MeetingStoreContract {

    PortalId ACME = new PortalId("018f0000-0000-7000-8000-00000000000a");
    PortalId OTHER = new PortalId("018f0000-0000-7000-8000-00000000000b");
    Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");

    MeetingStore store();

    private static StoredMeeting meeting(String title) {
        String id = Ids.next();
        return new StoredMeeting(
                id,
                title,
                "hash-" + id,
                "sealed",
                "p1",
                "Ann",
                "hd",
                "low",
                Optional.of("sealed pin"),
                Lobby.GUESTS,
                ScreenSharing.MEMBERS,
                NOW,
                Optional.empty());
    }

    @Test
    default void findsWhatWasAddedInThisPortalOnly() {
        MeetingStore store = store();
        StoredMeeting meeting = meeting("Monday");
        store.add(ACME, meeting);

        assertThat(store.find(ACME, meeting.id())).contains(meeting);
        assertThat(store.byCodeHash(ACME, meeting.codeHash())).contains(meeting);
        assertThat(store.find(OTHER, meeting.id())).isEmpty();
        assertThat(store.byCodeHash(OTHER, meeting.codeHash())).isEmpty();
        assertThat(store.list(OTHER, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    default void aLinkLeadsToItsLatestMeeting() {
        MeetingStore store = store();
        store.add(
                ACME,
                new StoredMeeting(
                        "018f0000-0000-7000-8000-000000000201", "m", "link", "s", "p", "n", NOW, Optional.of(NOW)));
        store.add(
                ACME,
                new StoredMeeting(
                        "018f0000-0000-7000-8000-000000000202", "m", "link", "s", "p", "n", NOW, Optional.empty()));

        assertThat(store.byCodeHash(ACME, "link").map(StoredMeeting::id))
                .contains("018f0000-0000-7000-8000-000000000202");
    }

    @Test
    default void listsNewestFirstPageByPage() throws InterruptedException {
        MeetingStore store = store();
        List<String> ids = new java.util.ArrayList<>();
        for (int i = 0; i < 5; i++) {
            StoredMeeting meeting = new StoredMeeting(
                    "018f0000-0000-7000-8000-00000000010" + i, "m", "h" + i, "s", "p", "n", NOW, Optional.empty());
            store.add(ACME, meeting);
            ids.add(0, meeting.id());
        }

        Page<StoredMeeting> first = store.list(ACME, PageRequest.first(3));
        Page<StoredMeeting> second = store.list(ACME, new PageRequest(3, first.next()));

        assertThat(first.items()).extracting(StoredMeeting::id).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(second.items()).extracting(StoredMeeting::id).containsExactlyElementsOf(ids.subList(3, 5));
        assertThat(second.next()).isEmpty();
    }

    @Test
    default void listsTheMeetingsThatAPersonHostedOrWasIn() {
        MeetingStore store = store();
        StoredMeeting hosted = meeting("Hosted by p1");
        var been = new StoredMeeting(
                "018f0000-0000-7000-8000-000000000201", "m", "hb", "s", "p2", "n", NOW, Optional.empty());
        var missed = new StoredMeeting(
                "018f0000-0000-7000-8000-000000000202", "m", "hm", "s", "p2", "n", NOW, Optional.empty());
        List.of(hosted, been, missed).forEach(one -> store.add(ACME, one));
        for (int i = 0; i < 2; i++) {
            store.enter(
                    ACME,
                    new Stay(Ids.next(), been.id(), "Ann", Optional.of("p1"), Optional.empty(), NOW, Optional.empty()));
        }

        assertThat(store.ofPerson(ACME, "p1", PageRequest.first(10)).items())
                .extracting(StoredMeeting::id)
                .containsExactlyInAnyOrder(hosted.id(), been.id());
        Page<StoredMeeting> first = store.ofPerson(ACME, "p1", PageRequest.first(1));
        assertThat(store.ofPerson(ACME, "p1", new PageRequest(1, first.next())).items())
                .hasSize(1)
                .doesNotContainAnyElementsOf(first.items());
        assertThat(store.ofPerson(OTHER, "p1", PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    default void endsAMeetingOnce() {
        MeetingStore store = store();
        StoredMeeting meeting = meeting("Monday");
        store.add(ACME, meeting);

        assertThat(store.end(OTHER, meeting.id(), NOW)).isFalse();
        assertThat(store.open(10)).containsExactly(new MeetingStore.OpenMeeting(ACME, meeting.id()));
        assertThat(store.openOf(ACME, meeting.host()))
                .containsExactly(new MeetingStore.OpenMeeting(ACME, meeting.id()));
        assertThat(store.openOf(OTHER, meeting.host())).isEmpty();
        assertThat(store.openOf(ACME, "somebody")).isEmpty();
        assertThat(store.end(ACME, meeting.id(), NOW.plusSeconds(60))).isTrue();
        assertThat(store.openOf(ACME, meeting.host())).isEmpty();
        assertThat(store.end(ACME, meeting.id(), NOW.plusSeconds(90))).isFalse();
        assertThat(store.find(ACME, meeting.id()).flatMap(StoredMeeting::ended)).contains(NOW.plusSeconds(60));
        assertThat(store.open(10)).isEmpty();
    }

    @Test
    default void aPersonWhoGoesLeavesNoNameBehind() {
        assumeThat(store()).isInstanceOf(PersonData.class);
        MeetingStore store = store();
        StoredMeeting meeting = meeting("Monday");
        store.add(ACME, meeting);
        var ann = new Stay(
                Ids.next(),
                meeting.id(),
                "Ann",
                Optional.of("p1"),
                Optional.of("ann@acme.test"),
                NOW,
                Optional.empty());
        var gus = new Stay(Ids.next(), meeting.id(), "Gus", Optional.empty(), Optional.empty(), NOW, Optional.empty());
        store.enter(ACME, ann);
        store.enter(ACME, gus);
        store.measure(ACME, meeting.id(), ann.id(), Quality.NONE.with(sample(20, 1)));
        store.measure(ACME, meeting.id(), gus.id(), Quality.NONE.with(sample(20, 1)));
        List<String> given = new java.util.ArrayList<>();
        ((PersonData) store).export(ACME, new PersonId("p1"), (kind, thing) -> given.add(kind));
        assertThat(given).containsExactly("meeting", "stay", "quality");

        ((PersonData) store).erase(OTHER, new PersonId("p1"));
        assertThat(store.stays(ACME, meeting.id())).contains(ann);
        ((PersonData) store).erase(ACME, new PersonId("p1"));

        assertThat(store.find(ACME, meeting.id()).map(StoredMeeting::hostName)).contains("[erased]");
        assertThat(store.find(ACME, meeting.id()).map(StoredMeeting::title)).contains("[erased]");
        assertThat(store.stays(ACME, meeting.id()))
                .contains(gus)
                .anySatisfy(stay -> assertThat(stay.name()).isEqualTo("[erased]"))
                .noneMatch(stay -> stay.name().equals("Ann") || stay.email().isPresent());
    }

    @Test
    default void keepsStays() {
        MeetingStore store = store();
        Stay guest = new Stay("m1/0a", "m1", "Bo", Optional.empty(), Optional.empty(), NOW, Optional.empty());
        Stay person = new Stay(
                "m1/0b",
                "m1",
                "Ann",
                Optional.of("p1"),
                Optional.of("ann@acme.test"),
                NOW.plusSeconds(1),
                Optional.empty());
        store.enter(ACME, person);
        store.enter(ACME, guest);
        store.leave(OTHER, guest.id(), NOW.plusSeconds(5));
        assertThat(store.stays(ACME, "m1")).containsExactly(guest, person);

        store.leave(ACME, guest.id(), NOW.plusSeconds(5));
        store.leave(ACME, guest.id(), NOW.plusSeconds(9));
        assertThat(store.stays(ACME, "m1").get(0).left()).contains(NOW.plusSeconds(5));
        assertThat(store.stays(OTHER, "m1")).isEmpty();

        store.rename(OTHER, guest.id(), "Somebody else");
        assertThat(store.stays(ACME, "m1").get(0).name()).isEqualTo(guest.name());
        store.rename(ACME, guest.id(), "Bo of Acme");
        assertThat(store.stays(ACME, "m1")).extracting(Stay::name).containsExactly("Bo of Acme", "Ann");
    }

    @Test
    default void keepsTheLatestQualityOfAStay() {
        MeetingStore store = store();
        StoredMeeting meeting = meeting("measured");
        String stay = meeting.id() + "/0a";
        Quality first = Quality.NONE.with(sample(20, 1));
        Quality second = first.with(sample(40, 0.25));
        store.measure(ACME, meeting.id(), stay, first);
        store.measure(ACME, meeting.id(), stay, second);
        store.measure(ACME, "another", "another/0a", first);

        assertThat(store.qualities(ACME, meeting.id())).containsOnly(Map.entry(stay, second));
        assertThat(store.qualities(OTHER, meeting.id())).isEmpty();
        store.erase(ACME);
        assertThat(store.qualities(ACME, meeting.id())).isEmpty();
    }

    private static Quality.Sample sample(double roundTrip, double loss) {
        return new Quality.Sample(
                Optional.of(roundTrip), Optional.of(loss), Optional.empty(), Optional.of(720.0), Optional.empty());
    }

    @Test
    default void erasesOnePortal() {
        MeetingStore store = store();
        StoredMeeting mine = meeting("mine");
        StoredMeeting theirs = meeting("theirs");
        store.add(ACME, mine);
        store.add(OTHER, theirs);

        store.erase(ACME);

        assertThat(store.find(ACME, mine.id())).isEmpty();
        assertThat(store.find(OTHER, theirs.id())).contains(theirs);
    }
}
