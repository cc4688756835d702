package org.patchbay.scheduling.planning;

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

/** What a portal's file says of planned meetings. */
@Component(service = PortalSection.class)
public final class KeepSection implements PortalSection<KeepSection.KeepText> {

    private static final int ORDER = 27;

    private final Keeping keeping;

    @Activate
    public KeepSection(@Reference Keeping keeping) {
        this.keeping = keeping;
    }

    @Override
    public Section<KeepText> section() {
        return new Section<>("plannedMeetings", ORDER, KeepText.class, Right.MANAGE_PORTAL);
    }

    @Override
    public KeepText read(PortalId portal) {
        return new KeepText(keeping.of(portal).keepDays());
    }

    @Override
    public List<String> apply(PortalId portal, KeepText wanted, Caller by) {
        keeping.change(portal, wanted.keepDays(), by);
        return List.of();
    }

    /** After how many days what is over is erased; empty for what is usual on the server. */
    public record KeepText(Optional<Integer> keepDays) {}
}
