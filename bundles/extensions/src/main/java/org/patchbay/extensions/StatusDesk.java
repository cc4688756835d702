package org.patchbay.extensions;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Assistant;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Diversion;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.Extensions;
import org.patchbay.api.extensions.Forwards;
import org.patchbay.api.extensions.PhoneServices;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Department;
import org.patchbay.api.identity.Departments;
import org.patchbay.extensions.ExtensionStatus.DiversionStatus;
import org.patchbay.extensions.thing.Kinds;

/** Shows administrators which diversions of extensions hold now. Thread-safe. */
@Component(service = StatusDesk.class)
public final class StatusDesk {

    private final Switchboard switchboard;
    private final Extensions extensions;
    private final Departments departments;
    private final SettingsReader settings;
    private final Clock clock;

    @Activate
    public StatusDesk(
            @Reference Switchboard switchboard,
            @Reference Extensions extensions,
            @Reference Departments departments,
            @Reference SettingsReader settings) {
        this(switchboard, extensions, departments, settings, Clock.systemUTC());
    }

    StatusDesk(
            Switchboard switchboard,
            Extensions extensions,
            Departments departments,
            SettingsReader settings,
            Clock clock) {
        this.switchboard = switchboard;
        this.extensions = extensions;
        this.departments = departments;
        this.settings = settings;
        this.clock = clock;
    }

    /** The extensions that the caller may set up, each with its diversions at this moment. */
    public Page<ExtensionStatus> list(PortalId portal, Optional<String> text, PageRequest page, Caller by) {
        Page<Extension> found = switchboard.list(portal, Kinds.EXTENSION, text, page, by);
        return new Page<>(
                found.items().stream()
                        .map(extension -> status(portal, extension))
                        .toList(),
                found.next(),
                found.total());
    }

    private ExtensionStatus status(PortalId portal, Extension extension) {
        PhoneServices services = extensions.services(portal, extension.id());
        return new ExtensionStatus(
                extension.id(),
                extension.number(),
                extension.name(),
                extension.person(),
                extension.ringSeconds(),
                diversions(extension, services, clock.instant().atZone(zone(portal, extension, services))),
                services.callBack());
    }

    /** As calls read it: the zone of the extension, else of the department, else of the portal. */
    private ZoneId zone(PortalId portal, Extension extension, PhoneServices services) {
        return services.zone()
                .or(() -> departments.find(portal, extension.department()).flatMap(Department::zone))
                .map(ZoneId::of)
                .orElseGet(() -> settings.zone(portal));
    }

    private static List<DiversionStatus> diversions(Extension extension, PhoneServices services, ZonedDateTime now) {
        List<DiversionStatus> chosen = new ArrayList<>();
        for (Diversion diversion : Diversion.values()) {
            Optional<Destination> to = to(diversion, extension, services);
            Optional<String> group = Optional.ofNullable(services.times().get(diversion));
            boolean switched = isSwitched(diversion, extension, services);
            if (isChosen(diversion, to, services)
                    || (diversion == Diversion.DO_NOT_DISTURB && (switched || group.isPresent()))) {
                chosen.add(new DiversionStatus(diversion, services.isOn(diversion, switched, now), to, group));
            }
        }
        return chosen;
    }

    private static Optional<Destination> to(Diversion diversion, Extension extension, PhoneServices services) {
        return forward(diversion)
                .map(extension.forwards()::in)
                .orElseGet(() -> diversion == Diversion.SECRETARY
                        ? services.secretary().extension().map(id -> new Destination(Destination.Kind.EXTENSION, id))
                        : Optional.empty());
    }

    private static Optional<Forwards.Case> forward(Diversion diversion) {
        for (Forwards.Case when : Forwards.Case.values()) {
            if (Diversion.of(when) == diversion) {
                return Optional.of(when);
            }
        }
        return Optional.empty();
    }

    private static boolean isSwitched(Diversion diversion, Extension extension, PhoneServices services) {
        return switch (diversion) {
            case DO_NOT_DISTURB -> extension.doNotDisturb();
            case FOLLOW_ME -> services.followMe().on();
            case SECRETARY -> services.secretary().on();
            case ASSISTANT -> services.assistant().filter(Assistant::on).isPresent();
            default -> true;
        };
    }

    /** What leads nowhere does nothing, whatever its switch and its time say. */
    private static boolean isChosen(Diversion diversion, Optional<Destination> to, PhoneServices services) {
        return switch (diversion) {
            case DO_NOT_DISTURB -> false;
            case FOLLOW_ME -> !services.followMe().numbers().isEmpty();
            case ASSISTANT -> services.assistant().isPresent();
            default -> to.isPresent();
        };
    }
}
