package org.patchbay.extensions;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.identity.PersonId;

/**
 * What an extension has calls do besides ringing at a moment. Immutable.
 *
 * @param extension its id
 * @param ringSeconds how long it rings before its calls go elsewhere
 * @param diversions those that somebody chose, on or off at the moment
 * @param callBack whether who finds it busy may ask to be called back
 */
public record ExtensionStatus(
        String extension,
        String number,
        String name,
        Optional<PersonId> person,
        int ringSeconds,
        List<DiversionStatus> diversions,
        @MayBeAbsent boolean callBack) {

    public ExtensionStatus {
        diversions = List.copyOf(diversions);
    }

    /**
     * One diversion.
     *
     * @param on whether it holds at the moment
     * @param to where calls go; empty where it leads nowhere, or to several numbers
     * @param timeGroup the time group that switches it, if one does
     */
    public record DiversionStatus(
            Diversion diversion, @MayBeAbsent boolean on, Optional<Destination> to, Optional<String> timeGroup) {}
}
