package org.patchbay.extensions.file;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.ConferenceRoom;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.RecordingRule;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.RingStrategy;
import org.patchbay.extensions.file.Terms.ForwardsText;
import org.patchbay.extensions.thing.Kinds;

/**
 * What is set up for calls, as a portal's file has it: numbers for ids, {@code RING_GROUP 200} for destinations. Whose an
 * extension is, its devices and what is of the moment are not in it.
 */
public record TelephoneText(
        SettingsText settings,
        @MayBeAbsent List<ExtensionText> extensions,
        @MayBeAbsent List<RoomText> conferenceRooms,
        @MayBeAbsent List<GroupText> ringGroups,
        @MayBeAbsent List<QueueText> queues,
        @MayBeAbsent List<MenuText> menus,
        @MayBeAbsent List<NumberText> numbers) {

    public TelephoneText {
        extensions = List.copyOf(extensions);
        conferenceRooms = List.copyOf(conferenceRooms);
        ringGroups = List.copyOf(ringGroups);
        queues = List.copyOf(queues);
        menus = List.copyOf(menus);
        numbers = List.copyOf(numbers);
    }

    /** An extension. */
    public record ExtensionText(
            String number,
            String name,
            Optional<String> department,
            int ringSeconds,
            int mostCalls,
            Optional<String> callerId,
            @MayBeAbsent boolean externalCalls,
            RecordingRule recording,
            @MayBeAbsent boolean hidden,
            @MayBeAbsent boolean locked,
            Optional<ForwardsText> forwards) {

        static ExtensionText of(Terms terms, Extension thing) {
            return new ExtensionText(
                    thing.number(),
                    thing.name(),
                    terms.department(thing.department()),
                    thing.ringSeconds(),
                    thing.mostCalls(),
                    thing.callerId(),
                    thing.externalCalls(),
                    thing.recording(),
                    thing.hidden(),
                    thing.locked(),
                    thing.forwards().equals(Forwards.NONE)
                            ? Optional.empty()
                            : Optional.of(terms.text(thing.forwards())));
        }

        String key() {
            return Kinds.internal(number);
        }

        Extension bare(Terms terms, String id) {
            return new Extension(
                    id,
                    number,
                    name,
                    Optional.empty(),
                    terms.department("/department", department),
                    ringSeconds,
                    mostCalls,
                    callerId,
                    externalCalls,
                    false,
                    Forwards.NONE,
                    recording,
                    hidden,
                    locked,
                    1);
        }

        Extension whole(Terms terms, Extension before, long version) {
            return bare(terms, before.id())
                    .of(before.person(), name)
                    .doNotDisturb(before.doNotDisturb())
                    .forwards(forwards.map(terms::forwards).orElse(Forwards.NONE))
                    .version(version);
        }
    }

    /** A conference room; a PIN stays as it is and is not told. */
    public record RoomText(String number, String name, Optional<String> department, int most) {

        static RoomText of(Terms terms, ConferenceRoom thing) {
            return new RoomText(thing.number(), thing.name(), terms.department(thing.department()), thing.most());
        }

        String key() {
            return Kinds.internal(number);
        }

        ConferenceRoom thing(Terms terms, String id, Optional<String> pin, long version) {
            return new ConferenceRoom(
                    id, number, name, terms.department("/department", department), pin, most, version);
        }
    }

    /** A ring group; its members by their numbers. */
    public record GroupText(
            String number,
            String name,
            Optional<String> department,
            RingStrategy strategy,
            List<String> members,
            int seconds,
            String otherwise) {

        static GroupText of(Terms terms, RingGroup thing) {
            return new GroupText(
                    thing.number(),
                    thing.name(),
                    terms.department(thing.department()),
                    thing.strategy(),
                    terms.names(thing.members()),
                    thing.seconds(),
                    terms.text(thing.otherwise()));
        }

        String key() {
            return Kinds.internal(number);
        }

        RingGroup thing(Terms terms, String id, long version, boolean bare) {
            return new RingGroup(
                    id,
                    number,
                    name,
                    terms.department("/department", department),
                    strategy,
                    terms.ids("/members", Kinds.EXTENSION, members),
                    seconds,
                    bare ? Destination.HANG_UP : terms.destination("/otherwise", otherwise),
                    version);
        }
    }

    /** A number from outside. */
    public record NumberText(
            String number, String name, Optional<String> department, String destination, Optional<String> closed) {

        static NumberText of(Terms terms, InboundNumber thing) {
            return new NumberText(
                    thing.number(),
                    thing.name(),
                    terms.department(thing.department()),
                    terms.text(thing.destination()),
                    terms.text(thing.closed()));
        }

        String key() {
            return "i:" + number;
        }

        InboundNumber thing(Terms terms, String id, long version) {
            return new InboundNumber(
                    id,
                    number,
                    name,
                    terms.department("/department", department),
                    terms.destination("/destination", destination),
                    terms.destination("/closed", closed),
                    version);
        }
    }
}
