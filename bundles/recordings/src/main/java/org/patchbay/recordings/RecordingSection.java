package org.patchbay.recordings;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.spi.tenancy.PortalSection;
import org.patchbay.spi.tenancy.Section;

/** What holds for the portal's recordings, in its file. Whether there are any is a feature of the portal. */
@Component(service = PortalSection.class)
public final class RecordingSection implements PortalSection<RecordingSection.RulesText> {

    private static final int ORDER = 27;

    private final RecordingRules rules;

    @Activate
    public RecordingSection(@Reference RecordingRules rules) {
        this.rules = rules;
    }

    @Override
    public Section<RulesText> section() {
        return new Section<>("recordings", ORDER, RulesText.class, Right.MANAGE_PORTAL);
    }

    @Override
    public RulesText read(PortalId portal) {
        return new RulesText(rules.of(portal).keepDays());
    }

    @Override
    public List<String> apply(PortalId portal, RulesText wanted, Caller by) {
        rules.change(portal, wanted.keepDays(), by);
        return List.of();
    }

    /** After how many days recordings are deleted, 1 to 3650; empty for never. */
    public record RulesText(Optional<Integer> keepDays) {}
}
