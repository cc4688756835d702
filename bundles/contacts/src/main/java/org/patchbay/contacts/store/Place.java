package org.patchbay.contacts.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import org.patchbay.api.Problem;
import org.patchbay.api.contacts.Contact;
import org.patchbay.contacts.search.Fold;

/**
 * Where a contact stands in a list: under this key, and among equal keys by its id.
 *
 * @param key the folded name, or the token by which it is found
 */
record Place(String key, String id) {

    static final Comparator<Place> ORDER = Comparator.comparing(Place::key).thenComparing(Place::id);

    /** Before every other place. */
    static final Place START = new Place("", "");

    private static final int ID_LENGTH = 36;
    private static final int SORT_LIMIT = 200;

    /** Where a contact stands by name. */
    static Place byName(Contact contact) {
        return new Place(sortName(contact.name()), contact.id().value());
    }

    static String sortName(String name) {
        String folded = Fold.fold(name).replace("\u0000", "");
        return folded.substring(0, Math.min(folded.length(), SORT_LIMIT));
    }

    static Place parse(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (plain.indexOf('\n') == ID_LENGTH && plain.indexOf('\u0000') < 0) {
                return new Place(plain.substring(ID_LENGTH + 1), plain.substring(0, ID_LENGTH));
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one answer for every broken cursor
        }
        throw Problem.INVALID.at("after", "cursor.bad", "is not a cursor of this list");
    }

    String cursor() {
        byte[] plain = (id + '\n' + key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
    }
}
