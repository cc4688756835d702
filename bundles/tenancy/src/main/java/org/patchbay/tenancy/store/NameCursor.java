package org.patchbay.tenancy.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.patchbay.api.Problem;
import org.patchbay.api.tenancy.Portal;

/** Where a list by name goes on: after this name, and among equal names after this id. */
record NameCursor(String sortName, String id) {

    static NameCursor after(Portal portal) {
        return new NameCursor(fold(portal.name()), portal.id().value());
    }

    /** How names are ordered and searched. */
    static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static NameCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int end = plain.indexOf('\n');
            if (end == 36) {
                return new NameCursor(plain.substring(37), plain.substring(0, 36));
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one answer for every broken cursor
        }
        throw Problem.INVALID.at("after", "cursor.bad", "is not a cursor of this list");
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((id + '\n' + sortName).getBytes(StandardCharsets.UTF_8));
    }
}
