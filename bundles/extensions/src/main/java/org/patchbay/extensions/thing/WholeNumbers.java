package org.patchbay.extensions.thing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.CallQueue;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.InboundNumber;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.RingGroup;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.extensions.number.Numbers;

/** Makes numbers outside whole (E.164) that were written as people in a country write them. Immutable. */
public final class WholeNumbers {

    private static final Pattern WHOLE = Pattern.compile("\\+[1-9]\\d{4,14}");

    private final Numbers numbers;

    public WholeNumbers(Numbers numbers) {
        this.numbers = numbers;
    }

    /** The same with whole numbers; INVALID at the field of one that cannot be read. */
    public Record of(Record thing) {
        if (thing instanceof InboundNumber one) {
            return new InboundNumber(
                    one.id(),
                    whole("/number", one.number()),
                    one.name(),
                    one.department(),
                    to("/destination", one.destination()),
                    one.closed().map(to -> to("/closed", to)),
                    one.version());
        }
        if (thing instanceof Extension one) {
            return extension(one);
        }
        if (thing instanceof Trunk one) {
            return trunk(one);
        }
        if (thing instanceof RingGroup one) {
            return new RingGroup(
                    one.id(),
                    one.number(),
                    one.name(),
                    one.department(),
                    one.strategy(),
                    one.members(),
                    one.seconds(),
                    to("/otherwise", one.otherwise()),
                    one.version());
        }
        if (thing instanceof CallQueue one) {
            return queue(one);
        }
        if (thing instanceof PhoneServices one) {
            return one.assistant(one.assistant().map(this::assistant));
        }
        return thing instanceof VoiceMenu one ? menu(one) : thing;
    }

    private Extension extension(Extension one) {
        Forwards all = one.forwards();
        return new Extension(
                one.id(),
                one.number(),
                one.name(),
                one.person(),
                one.department(),
                one.ringSeconds(),
                one.mostCalls(),
                one.callerId().map(number -> whole("/callerId", number)),
                one.externalCalls(),
                one.doNotDisturb(),
                new Forwards(
                        all.always().map(to -> to("/forwards/always", to)),
                        all.busy().map(to -> to("/forwards/busy", to)),
                        all.noAnswer().map(to -> to("/forwards/noAnswer", to)),
                        all.unavailable().map(to -> to("/forwards/unavailable", to))),
                one.recording(),
                one.hidden(),
                one.locked(),
                one.version());
    }

    private Trunk trunk(Trunk one) {
        return new Trunk(
                one.id(),
                one.name(),
                one.department(),
                one.order(),
                one.on(),
                one.host(),
                one.port(),
                one.transport(),
                one.user(),
                one.registers(),
                one.expirySeconds(),
                one.networks(),
                one.mostCalls(),
                one.callerId().map(number -> whole("/callerId", number)),
                one.ownCallerId(),
                one.shown(),
                one.dialled(),
                one.prefix(),
                one.version());
    }

    private CallQueue queue(CallQueue one) {
        return new CallQueue(
                one.id(),
                one.number(),
                one.name(),
                one.department(),
                one.strategy(),
                one.agents(),
                one.ringSeconds(),
                one.wrapUpSeconds(),
                one.mostWaiting(),
                one.longestWaitSeconds(),
                one.greeting(),
                one.announceSeconds(),
                one.music(),
                to("/otherwise", one.otherwise()),
                one.version());
    }

    private Assistant assistant(Assistant one) {
        return new Assistant(
                one.on(),
                keys("/assistant/keys/", one.keys()),
                one.seconds(),
                one.tries(),
                one.otherwise().map(to -> to("/assistant/otherwise", to)));
    }

    private Map<String, Destination> keys(String field, Map<String, Destination> written) {
        Map<String, Destination> keys = new LinkedHashMap<>();
        written.forEach((key, to) -> keys.put(key, to(field + key, to)));
        return keys;
    }

    private VoiceMenu menu(VoiceMenu one) {
        return new VoiceMenu(
                one.id(),
                one.number(),
                one.name(),
                one.department(),
                one.prompt(),
                keys("/keys/", one.keys()),
                one.extensions(),
                one.seconds(),
                one.tries(),
                to("/timeout", one.timeout()),
                to("/wrong", one.wrong()),
                one.version());
    }

    private Destination to(String field, Destination to) {
        return to.kind() == Destination.Kind.OUTSIDE
                ? new Destination(Destination.Kind.OUTSIDE, whole(field, to.value()))
                : to;
    }

    private String whole(String field, String written) {
        Optional<String> kept =
                Optional.of(written).filter(text -> WHOLE.matcher(text).matches());
        return kept.or(() -> numbers.e164(written.replaceAll("[ ()./-]", "")))
                .orElseThrow(() -> Problem.INVALID.at(
                        field, "number.e164", "must be a whole number, such as +493012345 or 030 12345"));
    }
}
