package org.patchbay.phonemedia.sdp;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which codecs are offered and answered, with respect to what the other end of the call has: what both have comes first,
 * so that it is passed on as it is. Stateless.
 */
final class CodecChoice {

    private static final int FIRST_DYNAMIC = 96;
    private static final int LAST_DYNAMIC = 127;

    private CodecChoice() {}

    /** The offered formats that are answered; empty if there is none with sound. */
    static List<Format> answer(List<Format> offered, List<Format> like) {
        boolean g711 = offered.stream().anyMatch(format -> format.codec().isG711());
        List<Format> sound = new ArrayList<>(offered.stream()
                .filter(format -> !format.codec().isEvent())
                .filter(format -> has(like, format.codec()) || isAnsweredAlone(format.codec(), g711, like))
                .toList());
        sound.sort(comparingInt(format -> rank(format.codec(), like)));
        if (sound.isEmpty()) {
            return List.of();
        }
        List<Format> all = new ArrayList<>();
        sound.stream().map(format -> withParametersOf(like, format)).forEach(all::add);
        boolean opus = has(sound, Codec.OPUS);
        offered.stream()
                .filter(format ->
                        format.codec() == Codec.TELEPHONE_EVENT || (opus && format.codec() == Codec.TELEPHONE_EVENT_48))
                .map(format -> new Format(
                        format.number(), format.codec(), format.codec().standardParameters()))
                .forEach(all::add);
        return List.copyOf(distinct(all));
    }

    /** Opus costs a hundred times what G.711 does, and G.722 can only be passed on. */
    private static boolean isAnsweredAlone(Codec codec, boolean g711, List<Format> like) {
        return codec.isG711() || !g711 || (codec == Codec.OPUS && like.isEmpty());
    }

    /** What is offered, under the numbers that were used before. */
    static List<Format> offer(List<Format> like, List<Format> before, boolean browser) {
        List<Codec> codecs = new ArrayList<>();
        like.stream()
                .map(Format::codec)
                .filter(codec -> codec.isSpoken() && !codecs.contains(codec))
                .forEach(codecs::add);
        for (Codec codec : List.of(Codec.PCMA, Codec.PCMU)) {
            if (!codecs.contains(codec)) {
                codecs.add(codec);
            }
        }
        if (!codecs.contains(Codec.OPUS) && (browser || like.isEmpty())) {
            codecs.add(Codec.OPUS);
        }
        if (has(like, Codec.G722)) {
            codecs.add(Codec.G722);
        }
        codecs.add(Codec.TELEPHONE_EVENT);
        if (codecs.contains(Codec.OPUS)) {
            codecs.add(Codec.TELEPHONE_EVENT_48);
        }
        return numbered(codecs, like, before);
    }

    private static List<Format> numbered(List<Codec> codecs, List<Format> like, List<Format> before) {
        Set<Integer> taken = new HashSet<>();
        before.forEach(format -> taken.add(format.number()));
        List<Format> formats = new ArrayList<>();
        for (Codec codec : codecs) {
            int number = find(before, codec).map(Format::number).orElseGet(() -> free(codec, taken));
            taken.add(number);
            formats.add(withParametersOf(like, new Format(number, codec, codec.standardParameters())));
        }
        return List.copyOf(formats);
    }

    private static int free(Codec codec, Set<Integer> taken) {
        int number = codec.number();
        for (int i = LAST_DYNAMIC; taken.contains(number) && i >= FIRST_DYNAMIC; i--) {
            number = i;
        }
        return number;
    }

    /** The decoder behind the other port says what it wants of Opus. */
    private static Format withParametersOf(List<Format> like, Format format) {
        if (format.codec() != Codec.OPUS) {
            return new Format(format.number(), format.codec(), format.codec().standardParameters());
        }
        String parameters = find(like, Codec.OPUS)
                .map(Format::parameters)
                .filter(text -> !text.isEmpty())
                .orElse(Codec.OPUS.standardParameters());
        return new Format(format.number(), format.codec(), parameters);
    }

    private static int rank(Codec codec, List<Format> like) {
        if (codec == Codec.G722) {
            return 3; // is not understood here: it would be missing in recordings and conferences
        }
        if (has(like, codec)) {
            return 0;
        }
        return codec.isG711() ? 1 : 2;
    }

    static boolean has(List<Format> formats, Codec codec) {
        return find(formats, codec).isPresent();
    }

    static Optional<Format> find(List<Format> formats, Codec codec) {
        return formats.stream().filter(format -> format.codec() == codec).findFirst();
    }

    private static List<Format> distinct(List<Format> formats) {
        List<Format> distinct = new ArrayList<>();
        for (Format format : formats) {
            if (!has(distinct, format.codec())) {
                distinct.add(format);
            }
        }
        return distinct;
    }
}
