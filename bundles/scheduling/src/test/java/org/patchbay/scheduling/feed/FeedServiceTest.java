package org.patchbay.scheduling.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.patchbay.scheduling.World.MONDAY;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.scheduling.Answer;
import org.patchbay.api.scheduling.InviteList;
import org.patchbay.api.scheduling.Recurrence;
import org.patchbay.scheduling.World;
import org.patchbay.scheduling.rest.CalendarFeedResource;
import org.patchbay.spi.web.RestResource;
import org.patchbay.testing.web.RestResourceContract;

class FeedServiceTest implements RestResourceContract {

    private final World world = new World();
    private final CalendarFeedResource resource = new CalendarFeedResource(world.feeds, world.portals);

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public Class<? extends RestResource> resource() {
        return CalendarFeedResource.class;
    }

    @Test
    void holdsTheOwnMeetingsAndThoseNotDeclined() {
        InviteList ben = new InviteList(Set.of(world.ben.person()), Set.of(), Set.of(), List.of());
        var weekly = Optional.of(Recurrence.times(Recurrence.Frequency.WEEKLY, 3));
        world.meetings.plan(world.acme, World.draft(MONDAY, weekly, ben), world.ada);
        String secret = world.feeds.renew(world.acme, world.ben);

        String calendar = world.feeds.read(world.acme, secret);
        assertThat(calendar)
                .contains("SUMMARY:Jour fixe")
                .contains("RRULE:FREQ=WEEKLY;COUNT=3")
                .contains("TZID:Europe/Berlin")
                .doesNotContain("METHOD")
                .isEqualTo(world.feeds.read(world.acme, secret));
        world.invitations.answer(
                world.acme, world.secret("ben@acme.test"), Answer.DECLINED, Optional.empty(), world.ben);
        assertThat(world.feeds.read(world.acme, secret)).doesNotContain("VEVENT");
    }

    private void plan(int number, LocalDateTime start) {
        for (int one = 0; one < number; one++) {
            world.meetings.plan(
                    world.acme, World.draft(start.plusDays(one % 30), Optional.empty(), InviteList.NOBODY), world.ada);
        }
    }

    private long events(String secret) {
        return world.feeds
                .read(world.acme, secret)
                .lines()
                .filter("BEGIN:VEVENT"::equals)
                .count();
    }

    @Test
    void whatWasPlannedLongAgoIsThereBesideMoreThanFiveHundred() {
        String secret = world.feeds.renew(world.acme, world.ada);
        world.meetings.plan(
                world.acme,
                World.draft(MONDAY, Optional.of(Recurrence.times(Recurrence.Frequency.WEEKLY, 50)), InviteList.NOBODY),
                world.ada);
        plan(620, MONDAY);

        assertThat(events(secret)).isEqualTo(621);
        assertThat(world.feeds.read(world.acme, secret)).contains("RRULE:FREQ=WEEKLY;COUNT=50");
        // Singles are over, the series goes on; a while later the singles are left out.
        world.clock.pass(Duration.ofDays(60));
        assertThat(events(secret)).isEqualTo(621);
        world.clock.pass(Duration.ofDays(80));
        assertThat(events(secret)).isEqualTo(1);
    }

    @Test
    void ofTooManyThoseAreThereThatAreNext() {
        String secret = world.feeds.renew(world.acme, world.ada);
        plan(FeedService.MEETINGS, MONDAY.plusYears(1));
        world.meetings.plan(
                world.acme,
                World.draft(MONDAY, Optional.of(Recurrence.times(Recurrence.Frequency.YEARLY, 5)), InviteList.NOBODY),
                world.ada);
        plan(3, MONDAY.minusDays(40));

        assertThat(events(secret)).isEqualTo(FeedService.MEETINGS);
        assertThat(world.feeds.read(world.acme, secret)).contains("RRULE:FREQ=YEARLY;COUNT=5");
    }

    @Test
    void anAddressThatWasReplacedOrRevokedLeadsNowhere() {
        String first = world.feeds.renew(world.acme, world.ada);
        String second = world.feeds.renew(world.acme, world.ada);
        assertThat(world.feeds.created(world.acme, world.ada)).isPresent();
        assertThat(world.feeds.read(world.acme, second)).contains("VCALENDAR");
        assertThatThrownBy(() -> world.feeds.read(world.acme, first)).isInstanceOf(PatchbayException.class);
        assertThatThrownBy(() -> world.feeds.read(world.bolt, second)).isInstanceOf(PatchbayException.class);

        world.feeds.revoke(world.acme, world.ada);
        world.feeds.revoke(world.acme, world.ada);
        assertThatThrownBy(() -> world.feeds.read(world.acme, second)).isInstanceOf(PatchbayException.class);
        assertThat(world.audit.actions(world.acme))
                .containsExactly("calendar-feed.renewed", "calendar-feed.renewed", "calendar-feed.revoked");
    }

    @Test
    void isNotSentAgainWhileItIsTheSame() {
        String address = resource.renew(world.acme.value(), world.ada)
                .address()
                .orElseThrow()
                .toString();
        String secret = address.substring(address.lastIndexOf('/') + 1);

        var answer = resource.read(world.acme.value(), secret, null);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(resource.read(world.acme.value(), secret, answer.getHeaderString("ETag"))
                        .getStatus())
                .isEqualTo(304);
        assertThat(resource.get(world.acme.value(), world.ada).created()).isPresent();
        resource.revoke(world.acme.value(), world.ada);
        assertThat(resource.get(world.acme.value(), world.ada).created()).isEmpty();
    }
}
