package org.patchbay.extensions.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.FollowMe;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.extensions.Secretary;
import org.patchbay.api.extensions.TimeGroup;
import org.patchbay.extensions.thing.Kinds;

/** What extensions do besides ringing, as a portal's file has it, by number; those that chose nothing are left out. */
public record ServicesText(@MayBeAbsent List<ServiceText> extensions) {

    public ServicesText {
        extensions = List.copyOf(extensions);
    }

    /** Of one extension; being woken and phones of others are of the moment and not told. */
    public record ServiceText(
            String number,
            Optional<FollowText> followMe,
            Optional<SecretaryText> secretary,
            Optional<AssistantText> assistant,
            @MayBeAbsent List<TimeGroup> timeGroups,
            @MayBeAbsent Map<String, String> times,
            @MayBeAbsent boolean receives,
            @MayBeAbsent boolean callBack,
            Optional<String> language,
            Optional<String> zone) {

        static ServiceText of(Terms terms, PhoneServices services) {
            Map<String, String> times = new TreeMap<>();
            services.times().forEach((diversion, name) -> times.put(diversion.name(), name));
            return new ServiceText(
                    terms.name(services.extension()),
                    Optional.of(services.followMe())
                            .filter(follow -> !follow.equals(FollowMe.NONE))
                            .map(follow -> FollowText.of(terms, follow)),
                    Optional.of(services.secretary())
                            .filter(secretary -> !secretary.equals(Secretary.NONE))
                            .map(secretary -> SecretaryText.of(terms, secretary)),
                    services.assistant().map(assistant -> AssistantText.of(terms, assistant)),
                    services.timeGroups(),
                    times,
                    services.receives(),
                    services.callBack(),
                    services.language(),
                    services.zone());
        }

        PhoneServices on(Terms terms, PhoneServices present) {
            return present.followMe(followMe.map(text -> text.followMe(terms)).orElse(FollowMe.NONE))
                    .secretary(secretary.map(text -> text.secretary(terms)).orElse(Secretary.NONE))
                    .assistant(assistant.map(text -> text.assistant(terms)))
                    .times(timeGroups, bound())
                    .receives(receives)
                    .callBack(callBack)
                    .speaking(language, zone);
        }

        private Map<Diversion, String> bound() {
            Map<Diversion, String> bound = new TreeMap<>();
            times.forEach((name, group) -> {
                for (Diversion diversion : Diversion.values()) {
                    if (diversion.name().equals(name)) {
                        bound.put(diversion, group);
                        return;
                    }
                }
                throw Problem.INVALID.at("/times/" + name, "time-group.diversion", "is no diversion");
            });
            return bound;
        }
    }

    /** Other numbers at which somebody is looked for. */
    public record FollowText(
            @MayBeAbsent boolean on,
            int firstSeconds,
            @MayBeAbsent List<String> numbers,
            @MayBeAbsent boolean oneByOne,
            int seconds,
            Optional<String> otherwise,
            @MayBeAbsent boolean confirm,
            @MayBeAbsent boolean internal,
            @MayBeAbsent boolean showOwn) {

        static FollowText of(Terms terms, FollowMe follow) {
            return new FollowText(
                    follow.on(),
                    follow.firstSeconds(),
                    follow.numbers(),
                    follow.oneByOne(),
                    follow.seconds(),
                    terms.text(follow.otherwise()),
                    follow.confirm(),
                    follow.internal(),
                    follow.showOwn());
        }

        FollowMe followMe(Terms terms) {
            return new FollowMe(
                    on,
                    firstSeconds,
                    numbers,
                    oneByOne,
                    seconds,
                    terms.destination("/followMe/otherwise", otherwise),
                    confirm,
                    internal,
                    showOwn);
        }
    }

    /** Who takes somebody's calls first, by number. */
    public record SecretaryText(
            @MayBeAbsent boolean on, Optional<String> extension, @MayBeAbsent List<String> passing) {

        static SecretaryText of(Terms terms, Secretary secretary) {
            return new SecretaryText(secretary.on(), secretary.extension().map(terms::name), secretary.passing());
        }

        Secretary secretary(Terms terms) {
            return new Secretary(
                    on,
                    extension.map(number -> terms.id("/secretary/extension", Kinds.EXTENSION.name(), number)),
                    passing);
        }
    }

    /** Somebody's own menu; its greeting is not in the file. */
    public record AssistantText(
            @MayBeAbsent boolean on,
            @MayBeAbsent Map<String, String> keys,
            int seconds,
            int tries,
            Optional<String> otherwise) {

        static AssistantText of(Terms terms, Assistant assistant) {
            Map<String, String> keys = new TreeMap<>();
            assistant.keys().forEach((key, to) -> keys.put(key, terms.text(to)));
            return new AssistantText(
                    assistant.on(), keys, assistant.seconds(), assistant.tries(), terms.text(assistant.otherwise()));
        }

        Assistant assistant(Terms terms) {
            Map<String, Destination> led = new LinkedHashMap<>();
            keys.forEach((key, text) -> led.put(key, terms.destination("/assistant/keys/" + key, text)));
            return new Assistant(on, led, seconds, tries, terms.destination("/assistant/otherwise", otherwise));
        }
    }

    List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        extensions.forEach(text -> numbers.add(text.number()));
        return numbers;
    }
}
