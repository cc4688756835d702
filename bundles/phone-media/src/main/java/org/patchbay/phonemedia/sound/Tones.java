package org.patchbay.phonemedia.sound;

import java.util.Locale;
import java.util.Map;
import org.patchbay.api.phonemedia.Prompt.Tone.Kind;

/**
 * The tones of telephone networks (ITU-T E.180, supplement 2): frequencies in hertz joined by {@code +}, then milliseconds on and
 * off in turns; 0 alone for a tone without end. A country that is not in the table has Europe's. Stateless.
 */
final class Tones {

    private static final String EUROPE = "425/0 425/1000,4000 425/500,500 425/250,250";
    private static final String NORTH_AMERICA = "350+440/0 440+480/2000,4000 480+620/500,500 480+620/250,250";

    /** Dial, ringing, busy, congestion. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("at", "420/0 420/1000,5000 420/400,400 420/200,200"),
            Map.entry("au", "413+438/0 413+438/400,200,400,2000 425/375,375 425/375,375"),
            Map.entry("be", "425/0 425/1000,3000 425/500,500 425/167,167"),
            Map.entry("br", "425/0 425/1000,4000 425/250,250 425/250,250,750,250"),
            Map.entry("ca", NORTH_AMERICA),
            Map.entry("ch", "425/0 425/1000,4000 425/500,500 425/200,200"),
            Map.entry("cn", "450/0 450/1000,4000 450/350,350 450/700,700"),
            Map.entry("de", "425/0 425/1000,4000 425/480,480 425/240,240"),
            Map.entry("dk", "425/0 425/1000,4000 425/500,500 425/250,250"),
            Map.entry("es", "425/0 425/1500,3000 425/200,200 425/200,200,200,200,200,600"),
            Map.entry("fr", "440/0 440/1500,3500 440/500,500 440/250,250"),
            Map.entry("gb", "350+440/0 400+450/400,200,400,2000 400/375,375 400/400,350,225,525"),
            Map.entry("ie", "425/0 400+450/400,200,400,2000 425/500,500 425/250,250"),
            Map.entry("it", "425/200,200,600,1000 425/1000,4000 425/500,500 425/200,200"),
            Map.entry("jp", "400/0 400+415/1000,2000 400/500,500 400/500,500"),
            Map.entry("mx", "425/0 425/1000,4000 425/250,250 425/250,250"),
            Map.entry("nl", "425/0 425/1000,4000 425/500,500 425/250,250"),
            Map.entry("pl", "425/0 425/1000,4000 425/500,500 425/500,500"),
            Map.entry("pt", "425/0 425/1000,5000 425/500,500 425/200,200"),
            Map.entry("se", "425/0 425/1000,5000 425/250,250 425/250,750"),
            Map.entry("us", NORTH_AMERICA));

    private static final String BEEP = "1000/0";

    private Tones() {}

    static String find(Kind kind, String country) {
        if (kind == Kind.BEEP) {
            return BEEP;
        }
        String[] all =
                COUNTRIES.getOrDefault(country.toLowerCase(Locale.ROOT), EUROPE).split(" ");
        return switch (kind) {
            case DIAL -> all[0];
            case RINGING -> all[1];
            case BUSY -> all[2];
            case CONGESTION -> all[3];
            case BEEP -> BEEP;
        };
    }
}
