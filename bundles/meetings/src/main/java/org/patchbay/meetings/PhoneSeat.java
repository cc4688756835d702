package org.patchbay.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.patchbay.api.Ids;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.PortalId;
import org.patchbay.api.cluster.Registration;
import org.patchbay.api.meetings.PhoneStay;
import org.patchbay.api.meetings.PhoneVisitor;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.meetings.room.Actor;
import org.patchbay.meetings.room.RoomAction;
import org.patchbay.meetings.room.RoomCommand;
import org.patchbay.meetings.room.Rooms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A phone in a room: reads what the room sends to a browser, and says what a browser would. Thread-safe. */
final class PhoneSeat implements PhoneStay {

    private static final Logger log = LoggerFactory.getLogger(PhoneSeat.class);

    private final Rooms rooms;
    private final Places places;
    private final Portals portals;
    private final PortalId portal;
    private final String meeting;
    private final String participant;
    private final PhoneVisitor visitor;
    private final AtomicBoolean over = new AtomicBoolean();
    private final Registration mailbox;
    private Registration place = () -> {};
    private boolean muted;
    private boolean hand;

    PhoneSeat(
            Rooms rooms,
            Places places,
            Portals portals,
            PortalId portal,
            String meeting,
            String participant,
            PhoneVisitor visitor) {
        this.rooms = rooms;
        this.places = places;
        this.portals = portals;
        this.portal = portal;
        this.meeting = meeting;
        this.participant = participant;
        this.visitor = visitor;
        mailbox = rooms.post(meeting).hear(participant, this::deliver);
    }

    /** Takes a place and a seat; who has to wait gives the place back until then. */
    void join(String name) {
        try {
            takePlace();
            var join = RoomCommand.Join.ofPhone(participant, name, Ids.next());
            boolean in = MeetingService.settle(rooms.send(portal, meeting, join)).stream()
                    .anyMatch(one -> one.id().equals(participant));
            if (!in) {
                givePlace();
            }
        } catch (RuntimeException e) {
            over.set(true);
            release();
            leaveRoom();
            throw e;
        }
    }

    private void takePlace() {
        Registration taken = places.take(portal, portals.find(portal).flatMap(Portal::participantLimit), participant);
        synchronized (this) {
            if (!over.get()) {
                place = taken;
                return;
            }
        }
        taken.close();
    }

    private synchronized void givePlace() {
        place.close();
        place = () -> {};
    }

    private void release() {
        mailbox.close();
        givePlace();
    }

    private void deliver(byte[] message) {
        if (over.get()) {
            return;
        }
        JsonNode said = Json.read(message, JsonNode.class);
        said.fieldNames().forEachRemaining(name -> told(name, said.path(name)));
    }

    private void told(String name, JsonNode content) {
        switch (name) {
            case "offer" -> offered(content.path("sdp").asText());
            case "waiting" -> visitor.waits();
            case "admitted" -> enter();
            case "joined" -> visitor.entered();
            case "roster" -> roster(content.path("participants"));
            case "state" -> raised(content.path("hands"));
            case "recording" ->
                visitor.recorded(
                        content.hasNonNull("since"), content.hasNonNull("since") && !content.hasNonNull("agreed"));
            case "removed" ->
                end(
                        content.path("reason").asText().equals("media")
                                ? PhoneVisitor.Reason.LOST
                                : PhoneVisitor.Reason.REMOVED);
            case "ended" -> end(PhoneVisitor.Reason.ENDED);
            default -> log.debug("A phone has no use for {}", name);
        }
    }

    private void offered(String sdp) {
        PhoneVisitor.Answer answer;
        try {
            answer = visitor.offered(sdp);
        } catch (PatchbayException e) {
            log.warn("A phone in meeting {} has no sound: {}", meeting, e.getMessage());
            leaveRoom();
            end(PhoneVisitor.Reason.LOST);
            return;
        }
        tell(new RoomCommand.Answer(participant, answer.sdp()));
        tell(new RoomCommand.Send(participant, List.of(RoomCommand.SentTrack.microphone(answer.ssrc()))));
    }

    /** A place is taken with the first step into the room. */
    private void enter() {
        var unused = CompletableFuture.runAsync(this::takePlace)
                .thenCompose(taken ->
                        rooms.send(portal, meeting, new RoomCommand.Act(Actor.of(participant), new RoomAction.Enter())))
                .whenComplete((in, failure) -> {
                    if (failure != null) {
                        log.info("A phone that was let in did not come in: {}", failure.getMessage());
                        leaveRoom();
                        end(PhoneVisitor.Reason.FULL);
                    }
                });
    }

    private void roster(JsonNode participants) {
        for (JsonNode one : participants) {
            if (one.path("id").asText().equals(participant)) {
                boolean now = one.path("audioMuted").asBoolean();
                if (now != muted) {
                    muted = now;
                    visitor.muted(now);
                }
                visitor.others(participants.size() - 1);
            }
        }
    }

    private void raised(JsonNode hands) {
        boolean now = false;
        for (JsonNode one : hands) {
            now |= one.asText().equals(participant);
        }
        if (now != hand) {
            hand = now;
            visitor.hand(now);
        }
    }

    private void end(PhoneVisitor.Reason why) {
        if (over.compareAndSet(false, true)) {
            release();
            visitor.over(why);
        }
    }

    private void tell(RoomCommand command) {
        var unused = rooms.send(portal, meeting, command).whenComplete((done, failure) -> {
            if (failure != null) {
                log.debug(
                        "A room did not take {} of a phone: {}",
                        command.getClass().getSimpleName(),
                        failure.getMessage());
            }
        });
    }

    private void act(RoomAction action) {
        tell(new RoomCommand.Act(Actor.of(participant), action));
    }

    @Override
    public String meeting() {
        return meeting;
    }

    @Override
    public void mute(boolean on) {
        tell(new RoomCommand.Mute(participant, on, false, false));
    }

    @Override
    public void hand(boolean raised) {
        act(new RoomAction.Hand(Optional.empty(), raised));
    }

    @Override
    public void consent(boolean agrees) {
        act(new RoomAction.Consent(agrees));
    }

    @Override
    public void leave() {
        if (over.compareAndSet(false, true)) {
            release();
            leaveRoom();
        }
    }

    private void leaveRoom() {
        if (rooms.isHeld(portal, meeting)) {
            tell(new RoomCommand.Leave(participant));
        }
    }
}
