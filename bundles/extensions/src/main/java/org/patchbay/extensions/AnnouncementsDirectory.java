package org.patchbay.extensions;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.FieldOption;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.phonemedia.Announcements;

/** The sentences that callers can hear, while there is sound. Thread-safe. */
@Component(service = AnnouncementsDirectory.class)
public final class AnnouncementsDirectory {

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            fieldOption = FieldOption.REPLACE)
    private volatile List<Announcements> present = List.of();

    public AnnouncementsDirectory() {}

    AnnouncementsDirectory(Announcements only) {
        this.present = List.of(only);
    }

    /** UNAVAILABLE while there is no sound. */
    Announcements require() {
        return present.stream()
                .findFirst()
                .orElseThrow(() -> Problem.UNAVAILABLE.because(
                        "announcement.no-sound-yet", "The sound of calls is not there at the moment"));
    }

    /** Refuses a sentence that callers would not hear; without sound there is nothing to ask. */
    void require(PortalId portal, String field, String name) {
        boolean known = present.stream()
                .allMatch(all -> all.isBuiltIn(name) || all.file(portal, name).isPresent());
        if (!known) {
            throw Problem.INVALID.at(field, "announcement.unknown", "is no announcement that there is");
        }
    }
}
