package org.patchbay.identity.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Person;

/** Where a list by name goes on: after this name, and among equal names after this id. */
record NameCursor(String sortName, String id) {

    private static final int ID_LENGTH = 36;

    static NameCursor after(Person person) {
        return new NameCursor(fold(person.name()), person.id().value());
    }

    /** How names, logins and addresses are ordered, compared and searched. */
    static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static NameCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            if (plain.indexOf('\n') == ID_LENGTH) {
                return new NameCursor(plain.substring(ID_LENGTH + 1), plain.substring(0, ID_LENGTH));
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one answer for every broken cursor
        }
        throw Problem.INVALID.at("after", "cursor.bad", "is not a cursor of this list");
    }

    String text() {
        byte[] plain = (id + '\n' + sortName).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
