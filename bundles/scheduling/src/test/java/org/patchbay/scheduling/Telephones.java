package org.patchbay.scheduling;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.meetings.DialIn;
import org.patchbay.api.meetings.DialIns;
import org.patchbay.api.meetings.PhoneStay;
import org.patchbay.api.meetings.PhoneVisitor;

/** Every room has the same number, in portals that have something to call. Thread-safe. */
public final class Telephones implements DialIns {

    private volatile List<String> phones = List.of();

    /** What is called from now on. */
    public void call(String... numbers) {
        phones = List.of(numbers);
    }

    @Override
    public Optional<DialIn> of(PortalId portal, String code) {
        return phones.isEmpty() ? Optional.empty() : Optional.of(new DialIn("48201763", phones));
    }

    @Override
    public boolean asksPin(PortalId portal, String number, String caller) {
        throw Problem.NOT_FOUND.because("Nobody calls here");
    }

    @Override
    public PhoneStay enter(
            PortalId portal, String number, Optional<String> pin, String caller, String name, PhoneVisitor visitor) {
        throw Problem.NOT_FOUND.because("Nobody calls here");
    }
}
