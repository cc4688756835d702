package org.patchbay.meetings;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Network;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.People;
import org.patchbay.api.identity.Person;
import org.patchbay.api.identity.Right;
import org.patchbay.api.meetings.Meetings;
import org.patchbay.api.meetings.Participant;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.meetings.room.Actor;
import org.patchbay.meetings.room.RoomAction;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.patchbay.spi.live.LiveChannel;
import org.patchbay.spi.live.LiveSink;
import org.patchbay.spi.live.LiveSubscription;

/** The live channel {@code meeting}: being in the room lasts as long as the channel is open. */
@Component
public final class MeetingChannel implements LiveChannel {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IPV4_BYTES = 4;
    private static final int IPV4_BITS = 24;
    private static final int IPV6_BITS = 48;

    private final Rooms rooms;
    private final Meetings meetings;
    private final Access access;
    private final People people;
    private final Portals portals;
    private final Places places;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public MeetingChannel(
            @Reference Rooms rooms,
            @Reference Meetings meetings,
            @Reference Access access,
            @Reference People people,
            @Reference Portals portals,
            @Reference Places places) {
        this.rooms = rooms;
        this.meetings = meetings;
        this.access = access;
        this.people = people;
        this.portals = portals;
        this.places = places;
    }

    @Override
    public String name() {
        return "meeting";
    }

    @Override
    public Right right() {
        return Right.TAKE_PART;
    }

    @Override
    public LiveSubscription open(Caller caller, PortalId portal, String with, LiveSink sink) {
        String meeting = Json.accept(with, With.class).meeting();
        access.requireMeeting(caller, portal, Right.TAKE_PART, meeting);
        portals.requireOpen(portal, clock.instant());
        String participant = HexFormat.of().formatHex(randomBytes());
        Registration place = places.take(portal, portals.find(portal).flatMap(Portal::participantLimit), participant);
        var stay = new Stay(caller, portal, meeting, participant, sink, place);
        try {
            tellIceServers(participant, sink);
            RoomCommand.Join join = join(caller, participant).near(rooms.region(caller.address()));
            stay.seated(MeetingService.settle(rooms.send(portal, meeting, join)));
        } catch (RuntimeException e) {
            stay.giveUp();
            throw e;
        }
        return stay;
    }

    private void tellIceServers(String participant, LiveSink sink) {
        var servers = rooms.iceServers(participant);
        if (!servers.isEmpty()) {
            sink.send(Json.text(Map.of("ice", servers)));
        }
    }

    private static byte[] randomBytes() {
        byte[] bits = new byte[4];
        RANDOM.nextBytes(bits);
        return bits;
    }

    private RoomCommand.Join join(Caller caller, String participant) {
        if (caller instanceof Caller.Guest guest) {
            return new RoomCommand.Join(
                    participant,
                    guest.name(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(guest.id()));
        }
        if (caller instanceof Caller.Member member) {
            Optional<Person> person = people.find(member.portal(), member.person());
            return new RoomCommand.Join(
                    participant,
                    person.map(Person::name).orElse(member.name()),
                    Optional.of(member.person().value()),
                    person.flatMap(Person::picture),
                    person.flatMap(Person::email),
                    Optional.empty());
        }
        throw Problem.UNAUTHENTICATED.because("Sign in, or use the meeting's link");
    }

    /** The network of an address, not the address: it says enough of a firewall. */
    private static String network(String address) {
        return Network.address(address)
                .map(one -> new Network(one, one.getAddress().length == IPV4_BYTES ? IPV4_BITS : IPV6_BITS))
                .map(Network::text)
                .orElse("");
    }

    /** What a client opens the channel with. */
    record With(String meeting) {}

    /** One participant's way to the room. */
    private final class Stay implements LiveSubscription {

        private final Caller caller;
        private final PortalId portal;
        private final String meeting;
        private final String participant;
        private final LiveSink sink;
        private volatile Registration place;
        private volatile boolean waits;
        private final Registration mailbox;

        Stay(Caller caller, PortalId portal, String meeting, String participant, LiveSink sink, Registration place) {
            this.caller = caller;
            this.portal = portal;
            this.meeting = meeting;
            this.participant = participant;
            this.sink = sink;
            this.place = place;
            this.mailbox = rooms.post(meeting).hear(participant, this::deliver);
        }

        private void deliver(byte[] message) {
            String text = new String(message, StandardCharsets.UTF_8);
            sink.send(text);
            if (text.startsWith("{\"removed\"")) {
                end("removed");
            } else if (text.startsWith("{\"ended\"")) {
                end("ended");
            }
        }

        /** The room is done with the participant, who has nothing left to leave. */
        private void end(String reason) {
            release();
            sink.close(reason);
        }

        private void release() {
            mailbox.close();
            place.close();
        }

        /** Joining failed. A room that only answered too late may seat them all the same: it hears that they are gone. */
        void giveUp() {
            release();
            if (rooms.isHeld(portal, meeting)) {
                var unused = rooms.send(portal, meeting, new RoomCommand.Leave(participant));
            }
        }

        @Override
        public void receive(String message) {
            ClientMessage said = Json.accept(message, ClientMessage.class);
            said.check();
            said.answer().ifPresent(answer -> tell(new RoomCommand.Answer(participant, answer.sdp())));
            said.sources().ifPresent(tracks -> tell(new RoomCommand.Send(participant, tracks)));
            said.constraints().ifPresent(see -> tell(see.of(participant)));
            said.mute().ifPresent(mute -> tell(new RoomCommand.Mute(participant, mute.audio(), mute.video(), false)));
            said.act().ifPresent(this::act);
            said.quality().ifPresent(sample -> tell(new RoomCommand.Measured(participant, sample)));
            said.muteParticipant()
                    .ifPresent(mute ->
                            meetings.mute(portal, meeting, mute.participant(), mute.audio(), mute.video(), caller));
            said.removeParticipant()
                    .ifPresent(remove -> meetings.remove(portal, meeting, remove.participant(), caller));
        }

        private void act(RoomAction action) {
            if (action instanceof RoomAction.Enter) {
                enter();
            } else if (action instanceof RoomAction.Checked ways) {
                tell(new RoomCommand.Examined(participant, network(caller.address()), ways));
            } else {
                tell(new RoomCommand.Act(Actor.of(participant), action));
            }
        }

        /** Who waits takes no place in the portal; it is taken with the first step into the room, if that is allowed. */
        private void enter() {
            boolean waited = waits;
            if (waited) {
                place = places.take(portal, portals.find(portal).flatMap(Portal::participantLimit), participant);
                waits = false;
            }
            try {
                tell(new RoomCommand.Act(Actor.of(participant), new RoomAction.Enter()));
            } catch (RuntimeException e) {
                if (waited) {
                    place.close();
                    waits = true;
                }
                throw e;
            }
        }

        /** Who has to wait gives the place back until then. */
        void seated(List<Participant> present) {
            if (present.stream().noneMatch(one -> one.id().equals(participant))) {
                place.close();
                waits = true;
            }
        }

        private void tell(RoomCommand command) {
            MeetingService.settle(rooms.send(portal, meeting, command));
        }

        @Override
        public void close() {
            mailbox.close();
            try {
                if (rooms.isHeld(portal, meeting)) {
                    MeetingService.settle(rooms.send(portal, meeting, new RoomCommand.Leave(participant)));
                }
            } finally {
                place.close();
            }
        }
    }
}
