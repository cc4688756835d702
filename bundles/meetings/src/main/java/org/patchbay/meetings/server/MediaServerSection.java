package org.patchbay.meetings.server;

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

/** The media server that a portal chose, in its file. */
@Component(service = PortalSection.class)
public final class MediaServerSection implements PortalSection<MediaServerSection.ChoiceText> {

    private static final int ORDER = 25;

    private final MediaServers servers;

    @Activate
    public MediaServerSection(@Reference MediaServers servers) {
        this.servers = servers;
    }

    @Override
    public Section<ChoiceText> section() {
        return new Section<>("mediaServer", ORDER, ChoiceText.class, Right.MANAGE_PORTAL);
    }

    @Override
    public ChoiceText read(PortalId portal) {
        ServerChoice choice = servers.choice(portal);
        return new ChoiceText(choice.server(), choice.whenDown());
    }

    @Override
    public List<String> apply(PortalId portal, ChoiceText wanted, Caller by) {
        servers.choose(portal, new ServerChoice(wanted.server(), wanted.whenDown()), by);
        return List.of();
    }

    /** The server's name, empty for no preference; and what happens when it is down. */
    public record ChoiceText(Optional<String> server, ServerChoice.WhenDown whenDown) {}
}
