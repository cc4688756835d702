package org.patchbay.identity.people;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Person;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.identity.directory.DirectorySignIn;
import org.patchbay.identity.password.Guesses;
import org.patchbay.identity.password.Passwords;
import org.patchbay.identity.store.PersonStore;

/**
 * Asks for the own password again where the way one signs in is changed: whoever finds an open session must not be able to
 * take the account over. Thread-safe.
 */
@Component(service = PresentPassword.class)
public final class PresentPassword {

    private final PersonStore people;
    private final Passwords passwords;
    private final DirectorySignIn directories;
    private final Guesses guesses;
    private final UnitOfWork work;

    @Activate
    public PresentPassword(
            @Reference PersonStore people,
            @Reference Passwords passwords,
            @Reference DirectorySignIn directories,
            @Reference Guesses guesses,
            @Reference UnitOfWork work) {
        this.people = people;
        this.passwords = passwords;
        this.directories = directories;
        this.guesses = guesses;
        this.work = work;
    }

    /** INVALID unless it is the present password, here or in the person's directory; a wrong one counts as a guess. */
    Person confirm(Caller.Member caller, String password) {
        Person person = work.call(() -> people.find(caller.portal(), caller.person()))
                .orElseThrow(() -> Problem.UNAUTHENTICATED.because("Sign in first"));
        Optional<String> stored = work.call(() -> people.passwordHash(caller.portal(), caller.person()));
        Guesses.Guess guess = guesses.begin(caller.portal(), person.login(), caller.address());
        boolean right =
                stored.isPresent() ? passwords.matches(password, stored) : directories.confirms(person, password);
        if (!right) {
            throw Problem.INVALID.at("/present", "password.wrong", "is not your present password");
        }
        guesses.right(guess);
        return person;
    }
}
