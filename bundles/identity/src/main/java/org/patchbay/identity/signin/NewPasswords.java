package org.patchbay.identity.signin;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.audit.Audit;
import org.patchbay.api.audit.AuditDraft;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.identity.factor.SignInPolicies;
import org.patchbay.identity.password.Passwords;
import org.patchbay.identity.store.DirectoryLinkStore;
import org.patchbay.identity.store.LinkStore;
import org.patchbay.identity.store.PersonStore;

/**
 * Sets passwords, by the portal's rules; what was sent for setting one ends, and so does that a directory keeps the
 * person's password. Thread-safe.
 */
@Component(service = NewPasswords.class)
public final class NewPasswords {

    /** From how many characters on a name that is part of a password gives it away. */
    private static final int TELLING = 8;

    private final PersonStore people;
    private final LinkStore links;
    private final DirectoryLinkStore directoryLinks;
    private final Passwords passwords;
    private final SignInPolicies policies;
    private final Audit audit;

    @Activate
    public NewPasswords(
            @Reference PersonStore people,
            @Reference LinkStore links,
            @Reference DirectoryLinkStore directoryLinks,
            @Reference Passwords passwords,
            @Reference SignInPolicies policies,
            @Reference Audit audit) {
        this.people = people;
        this.links = links;
        this.directoryLinks = directoryLinks;
        this.passwords = passwords;
        this.policies = policies;
        this.audit = audit;
    }

    /** The text to store for who has the login and address; takes long, so outside of any unit of work. */
    public String hash(PortalId portal, String pointer, String password, String login, Optional<String> email) {
        requireUnlike(pointer, password, Stream.concat(Stream.of(login), email.stream()));
        return passwords.hash(pointer, password, policies.find(portal).longestPassword());
    }

    /** Who knows how somebody signs in must not know the password by that. */
    private static void requireUnlike(String pointer, String password, Stream<String> names) {
        String chosen = fold(password);
        if (names.map(NewPasswords::fold)
                .anyMatch(name -> chosen.equals(name) || (name.length() >= TELLING && chosen.contains(name)))) {
            throw Problem.INVALID.at(pointer, "password.name", "must not hold the login or the e-mail address");
        }
    }

    private static String fold(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Sets what the person chose while signing in, inside a unit of work. */
    public void set(Person person, String hash, Client client) {
        set(person, hash, false, client.as(person));
    }

    /** Sets what somebody chose, inside a unit of work. */
    public void set(Person person, String hash, boolean mustChange, Caller by) {
        people.setPassword(person.portal(), person.id(), hash, mustChange);
        links.deleteOfPerson(person.portal(), person.id());
        directoryLinks.delete(person.portal(), person.id());
        var draft = new AuditDraft(
                "person.password-set",
                "person",
                person.id().value(),
                Map.of("password", person.hasPassword() ? "set" : ""),
                Map.of(
                        "password",
                        person.hasPassword() ? "changed" : "set",
                        "mustChange",
                        Boolean.toString(mustChange)));
        audit.record(person.portal(), by, draft);
    }
}
