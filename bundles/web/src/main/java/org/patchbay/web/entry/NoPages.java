package org.patchbay.web.entry;

import java.util.Map;

/** What a browser sees of a portal whose web interface is switched off. */
final class NoPages {

    private static final String PAGE =
            """
            <!doctype html><html lang="%s"><meta charset="utf-8"><title>%s</title>
            <meta name="viewport" content="width=device-width"><h1>%s</h1><p>%s</p></html>
            """;

    private static final Map<String, Text> TEXTS = Map.of(
            "en",
            new Text(
                    "The web interface is switched off",
                    "This portal is reached by its programs only. Ask whoever runs it, if you need its pages."),
            "de",
            new Text(
                    "Die Weboberfläche ist ausgeschaltet",
                    "Dieses Portal ist nur über seine Programme erreichbar. Wer es betreibt, kann die Seiten einschalten."),
            "es",
            new Text(
                    "La interfaz web está desactivada",
                    "A este portal solo se accede desde sus programas. Quien lo gestiona puede activar sus páginas."),
            "fr",
            new Text(
                    "L’interface web est désactivée",
                    "Ce portail n’est accessible que par ses programmes. Son responsable peut activer les pages."));

    private NoPages() {}

    static String in(String language) {
        String known = TEXTS.containsKey(language) ? language : "en";
        Text text = TEXTS.getOrDefault(known, new Text("", ""));
        return PAGE.formatted(known, text.title(), text.title(), text.more());
    }

    private record Text(String title, String more) {}
}
