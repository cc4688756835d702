package org.patchbay.extensions.file;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.VoiceMenu;
import org.patchbay.extensions.thing.Kinds;

/** A menu. */
public record MenuText(
        String number,
        String name,
        Optional<String> department,
        String prompt,
        @MayBeAbsent Map<String, String> keys,
        @MayBeAbsent boolean extensions,
        int seconds,
        int tries,
        String timeout,
        String wrong) {

    static MenuText of(Terms terms, VoiceMenu thing) {
        Map<String, String> keys = new TreeMap<>();
        thing.keys().forEach((key, destination) -> keys.put(key, terms.text(destination)));
        return new MenuText(
                thing.number(),
                thing.name(),
                terms.department(thing.department()),
                thing.prompt(),
                keys,
                thing.extensions(),
                thing.seconds(),
                thing.tries(),
                terms.text(thing.timeout()),
                terms.text(thing.wrong()));
    }

    String key() {
        return Kinds.internal(number);
    }

    VoiceMenu thing(Terms terms, String id, long version, boolean bare) {
        Map<String, Destination> led = new TreeMap<>();
        if (!bare) {
            keys.forEach((key, text) -> led.put(key, terms.destination("/keys/" + key, text)));
        }
        return new VoiceMenu(
                id,
                number,
                name,
                terms.department("/department", department),
                prompt,
                led,
                extensions,
                seconds,
                tries,
                bare ? Destination.HANG_UP : terms.destination("/timeout", timeout),
                bare ? Destination.HANG_UP : terms.destination("/wrong", wrong),
                version);
    }
}
