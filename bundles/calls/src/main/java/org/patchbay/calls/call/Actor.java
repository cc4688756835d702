package org.patchbay.calls.call;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.PersonId;

/**
 * Who does something with a call.
 *
 * @param person who has signed in
 * @param extensions of that person, by number
 */
public record Actor(PersonId person, List<Extension> extensions) {

    /** The extension whose phones come into a call. */
    Extension phone() {
        return extensions.stream().findFirst().orElseThrow(() -> noPhone("You have no extension"));
    }

    static PatchbayException noPhone(String why) {
        return Problem.CONFLICT.because("call.no-phone", why);
    }

    /** The actor's own line in a call. */
    Optional<Line> line(Call call) {
        return call.line(line -> line.who().person().filter(person::equals).isPresent());
    }
}
