package org.patchbay.calls.limits;

import java.util.Map;

/** What mails say of limits, in the four languages. */
enum LimitWords {
    /** Why calls are refused. */
    REACHED(Map.of(
            "simultaneous",
                    Map.of(
                            "en", "too many at once",
                            "de", "zu viele gleichzeitig",
                            "es", "demasiadas a la vez",
                            "fr", "trop en même temps"),
            "minutes",
                    Map.of(
                            "en", "the minutes of the day are used up",
                            "de", "die Minuten des Tages sind verbraucht",
                            "es", "se agotaron los minutos del día",
                            "fr", "les minutes du jour sont épuisées"),
            "destinations",
                    Map.of(
                            "en", "too many different numbers today",
                            "de", "heute zu viele verschiedene Nummern",
                            "es", "hoy demasiados números distintos",
                            "fr", "trop de numéros différents aujourd’hui"))),
    /** What is counted. */
    COUNTED(Map.of(
            "simultaneous",
                    Map.of(
                            "en", "calls outside at once",
                            "de", "gleichzeitigen Anrufen nach außen",
                            "es", "llamadas al exterior a la vez",
                            "fr", "appels vers l’extérieur en même temps"),
            "minutes",
                    Map.of(
                            "en", "minutes a day",
                            "de", "Minuten am Tag",
                            "es", "minutos al día",
                            "fr", "minutes par jour"),
            "destinations",
                    Map.of(
                            "en", "different numbers a day",
                            "de", "verschiedenen Nummern am Tag",
                            "es", "números distintos al día",
                            "fr", "numéros différents par jour")));

    private final Map<String, Map<String, String>> words;

    LimitWords(Map<String, Map<String, String>> words) {
        this.words = words;
    }

    String say(String limit, String language) {
        Map<String, String> said = words.getOrDefault(limit, Map.of());
        return said.getOrDefault(language, said.getOrDefault("en", limit));
    }
}
