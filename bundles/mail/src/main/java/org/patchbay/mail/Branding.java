package org.patchbay.mail;

import java.util.Map;
import java.util.Optional;
import org.patchbay.api.tenancy.Portal;

/**
 * What makes a mail the portal's: its name, colour and logo on top, whom to ask below. Immutable.
 *
 * @param accent a colour as {@code #rrggbb}
 * @param logo where the picture is
 */
record Branding(String name, String host, String accent, Optional<String> logo, Optional<String> support) {

    private static final Words ENGLISH = new Words("Sent by", "Help:");
    private static final Map<String, Words> OTHERS = Map.of(
            "de", new Words("Gesendet von", "Hilfe:"),
            "es", new Words("Enviado por", "Ayuda:"),
            "fr", new Words("Envoyé par", "Aide :"));

    static Branding of(Portal portal, Optional<String> logo) {
        return new Branding(portal.name(), portal.host(), portal.accent(), logo, portal.support());
    }

    /** The path of the portal's logo. */
    static Optional<String> logoPath(Portal portal) {
        return portal.logo().map(hash -> "/api/v1/portals/" + portal.id().value() + "/logo/" + hash);
    }

    /** Who sent it. */
    String sentBy(String language) {
        return words(language).sentBy() + " " + name + ", " + host;
    }

    /** Whom to ask; empty if the portal names nobody. */
    Optional<String> help(String language) {
        return support.map(contact -> words(language).help() + " " + contact);
    }

    /** Black or white, whichever is easier to read on the portal's colour (WCAG 2, relative luminance). */
    String onAccent() {
        double luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
        return luminance > 0.179 ? "#12161c" : "#ffffff";
    }

    private double channel(int at) {
        double part = Integer.parseInt(accent.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static Words words(String language) {
        return OTHERS.getOrDefault(language, ENGLISH);
    }

    private record Words(String sentBy, String help) {}
}
