package org.patchbay.identity.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.PeopleQuery;
import org.patchbay.api.identity.Person;

/** Where a list goes on: after this key, and among equal keys after this id. */
record NameCursor(String sortName, String id) {

    private static final int ID_LENGTH = 36;

    static NameCursor after(Person person, PeopleQuery.Order order) {
        String key =
                switch (order) {
                    case NAME -> fold(person.name());
                    case LOGIN -> fold(person.login());
                    case CREATED -> String.valueOf(Micros.of(person.created()));
                    case SIGN_IN ->
                        String.valueOf(person.lastSignIn().map(Micros::of).orElse(0L));
                };
        return new NameCursor(key, person.id().value());
    }

    /** The key as the order compares it. */
    Object key(PeopleQuery.Order order) {
        try {
            return switch (order) {
                case NAME, LOGIN -> sortName;
                case CREATED, SIGN_IN -> Long.valueOf(sortName);
            };
        } catch (NumberFormatException e) {
            throw bad();
        }
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
        throw bad();
    }

    private static PatchbayException bad() {
        return Problem.INVALID.at("after", "cursor.bad", "is not a cursor of this list");
    }

    String text() {
        byte[] plain = (id + '\n' + sortName).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
