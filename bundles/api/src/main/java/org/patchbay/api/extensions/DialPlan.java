package org.patchbay.api.extensions;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.patchbay.api.PortalId;

/** What numbers mean in a portal. Answers from memory. Thread-safe. */
@ProviderType
public interface DialPlan {

    /** The portal's settings; standard ones while it has chosen none. */
    CallSettings settings(PortalId portal);

    /** What somebody of the portal dialled. An emergency number is one whatever else it could be. */
    Dialled understand(PortalId portal, String digits);

    /** The number of the portal that a caller outside dialled, as the trunk writes it. */
    Optional<InboundNumber> inbound(PortalId portal, String called);

    /** The numbers under which the telephone network reaches the portal. */
    List<InboundNumber> inboundNumbers(PortalId portal);

    /** A number in E.164 with a plus, read as somebody in the portal's country writes it; empty when it is none. */
    Optional<String> e164(PortalId portal, String number);

    /** An E.164 number, or an emergency number, as the trunk wants it dialled. */
    String dialled(PortalId portal, Trunk trunk, String number);

    /** An E.164 number as the trunk wants it shown. */
    String shown(PortalId portal, Trunk trunk, String number);

    /** The zone in which times of day are meant in the portal. */
    ZoneId zone(PortalId portal);
}
