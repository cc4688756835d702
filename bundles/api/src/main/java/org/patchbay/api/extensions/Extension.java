package org.patchbay.api.extensions;

import java.util.Optional;
import java.util.function.Consumer;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.PersonId;

/**
 * An internal number at which devices ring. Immutable.
 *
 * @param number 2 to 8 digits, unique in the portal among everything that has one
 * @param name shown to who is called, to 100 characters
 * @param person whose it is; empty for one of a room, a door or a hall
 * @param ringSeconds how long it rings, 5 to 300
 * @param mostCalls in how many calls at once it is before it is busy, 1 to 20
 * @param callerId the number shown outside, E.164 (in a draft as it is written in the country); empty for that of the trunk
 * @param externalCalls whether it may call outside; emergency numbers it may always
 * @param doNotDisturb whether its devices ring not at all
 * @param hidden whether it is left out of the list of extensions that everybody sees
 * @param locked whether its person sees and changes nothing of it in the portal: only who looks after telephones does
 * @param version grows with each change; the ETag of the resource
 */
public record Extension(
        String id,
        String number,
        String name,
        Optional<PersonId> person,
        DepartmentId department,
        int ringSeconds,
        int mostCalls,
        Optional<String> callerId,
        @MayBeAbsent boolean externalCalls,
        @MayBeAbsent boolean doNotDisturb,
        Forwards forwards,
        RecordingRule recording,
        @MayBeAbsent boolean hidden,
        @MayBeAbsent boolean locked,
        long version) {

    private static final int LONGEST_RING = 300;
    private static final int MOST_CALLS = 20;

    public Extension {
        Bounds.internal(number);
        name = Bounds.name(name);
        Bounds.range("ringSeconds", ringSeconds, 5, LONGEST_RING);
        Bounds.range("mostCalls", mostCalls, 1, MOST_CALLS);
        Bounds.outside("callerId", callerId);
    }

    /** One that its person looks after as well. */
    public Extension(
            String id,
            String number,
            String name,
            Optional<PersonId> person,
            DepartmentId department,
            int ringSeconds,
            int mostCalls,
            Optional<String> callerId,
            boolean externalCalls,
            boolean doNotDisturb,
            Forwards forwards,
            RecordingRule recording,
            boolean hidden,
            long version) {
        this(
                id,
                number,
                name,
                person,
                department,
                ringSeconds,
                mostCalls,
                callerId,
                externalCalls,
                doNotDisturb,
                forwards,
                recording,
                hidden,
                false,
                version);
    }

    /** Whether this code does nothing at its phones. */
    public boolean forbids(FeatureCode code) {
        return locked && code.changesExtension();
    }

    /** The same, looked after by its person as well, or not. */
    public Extension locked(boolean now) {
        return with(parts -> parts.locked = now);
    }

    /** The same with another state of "do not disturb". */
    public Extension doNotDisturb(boolean on) {
        return with(parts -> parts.doNotDisturb = on);
    }

    /** The same with other forwards. */
    public Extension forwards(Forwards other) {
        return with(parts -> parts.forwards = other);
    }

    /** The same that rings so long. */
    public Extension ringSeconds(int other) {
        return with(parts -> parts.ringSeconds = other);
    }

    /** The same of somebody else, or of nobody. */
    public Extension of(Optional<PersonId> somebody, String called) {
        return with(parts -> {
            parts.person = somebody;
            parts.name = called;
        });
    }

    /** The same at another version. */
    public Extension version(long other) {
        return with(parts -> parts.version = other);
    }

    private Extension with(Consumer<Parts> change) {
        var parts = new Parts();
        change.accept(parts);
        return parts.together();
    }

    /** What may be otherwise in another one. */
    private final class Parts {

        private String name = Extension.this.name;
        private Optional<PersonId> person = Extension.this.person;
        private int ringSeconds = Extension.this.ringSeconds;
        private boolean doNotDisturb = Extension.this.doNotDisturb;
        private Forwards forwards = Extension.this.forwards;
        private boolean locked = Extension.this.locked;
        private long version = Extension.this.version;

        Extension together() {
            return new Extension(
                    id,
                    number,
                    name,
                    person,
                    department,
                    ringSeconds,
                    mostCalls,
                    callerId,
                    externalCalls,
                    doNotDisturb,
                    forwards,
                    recording,
                    hidden,
                    locked,
                    version);
        }
    }
}
