package org.patchbay.contacts.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.patchbay.api.contacts.Contact;
import org.patchbay.contacts.search.Fold;

/** Tells whether two contacts are the same to whoever imports a file twice: same name, address and numbers. */
public final class Likeness {

    private Likeness() {}

    /** The same text for the same contact. */
    public static String of(Contact contact) {
        String text = String.join(
                "\n",
                Fold.fold(contact.name()),
                contact.email().orElse("").toLowerCase(Locale.ROOT),
                contact.phoneE164().or(contact::phone).map(Fold::digits).orElse(""),
                contact.mobileE164().or(contact::mobile).map(Fold::digits).orElse(""));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
