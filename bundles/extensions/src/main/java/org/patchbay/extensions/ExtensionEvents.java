package org.patchbay.extensions;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.patchbay.spi.events.EventType;
import org.patchbay.spi.events.EventTypes;

/** The events of what is set up for telephones: which, never whose name. The subject of each is the thing's id. */
@Component
public final class ExtensionEvents implements EventTypes {

    public static final String SETTINGS_UPDATED = "call-settings.updated";

    public static final String HOT_DESK_BEGAN = "hot-desk.began";
    public static final String HOT_DESK_ENDED = "hot-desk.ended";
    public static final String ANNOUNCEMENT_UPDATED = "announcement.updated";
    public static final String ANNOUNCEMENT_DELETED = "announcement.deleted";

    @Override
    public List<EventType> types() {
        return List.of(
                EventType.durable("extension.created", "An extension was created.", ThingChange.class),
                EventType.durable("extension.updated", "An extension was changed.", ThingChange.class),
                EventType.durable("extension.deleted", "An extension was deleted.", ThingChange.class),
                EventType.durable("device.created", "A device of an extension was created.", ThingChange.class),
                EventType.durable("device.updated", "A device or its password was changed.", ThingChange.class),
                EventType.durable("device.deleted", "A device was deleted.", ThingChange.class),
                EventType.durable("call-group.created", "A group, queue, menu or room was created.", ThingChange.class),
                EventType.durable("call-group.updated", "A group, queue, menu or room was changed.", ThingChange.class),
                EventType.durable("call-group.deleted", "A group, queue, menu or room was deleted.", ThingChange.class),
                EventType.durable("number.created", "A number from outside was set up.", ThingChange.class),
                EventType.durable("number.updated", "A number from outside was changed.", ThingChange.class),
                EventType.durable("number.deleted", "A number from outside was taken away.", ThingChange.class),
                EventType.durable("trunk.created", "A trunk was set up.", ThingChange.class),
                EventType.durable("trunk.updated", "A trunk or its password was changed.", ThingChange.class),
                EventType.durable("trunk.deleted", "A trunk was deleted.", ThingChange.class),
                EventType.durable("call-rule.created", "A rule for calls outside was created.", ThingChange.class),
                EventType.durable("call-rule.updated", "A rule for calls outside was changed.", ThingChange.class),
                EventType.durable("call-rule.deleted", "A rule for calls outside was deleted.", ThingChange.class),
                EventType.durable(
                        "phone-services.created", "Somebody chose services of an extension.", ThingChange.class),
                EventType.durable(
                        "phone-services.updated", "Services of an extension were changed.", ThingChange.class),
                EventType.durable("phone-services.deleted", "Services of an extension ended.", ThingChange.class),
                EventType.durable(HOT_DESK_BEGAN, "Somebody signed in at a phone of others.", HotDeskChange.class),
                EventType.durable(HOT_DESK_ENDED, "A phone is used as its own again.", HotDeskChange.class),
                EventType.durable(ANNOUNCEMENT_UPDATED, "An announcement was brought.", AnnouncementChange.class),
                EventType.durable(ANNOUNCEMENT_DELETED, "An announcement was deleted.", AnnouncementChange.class),
                EventType.durable(
                        SETTINGS_UPDATED, "The portal's settings for calls were changed.", ThingChange.class));
    }

    /**
     * A phone at which somebody signed in; the subject is the device.
     *
     * @param extension as which it is or was used
     * @param person whose that is; empty for what is nobody's
     */
    public record HotDeskChange(String device, String extension, Optional<String> person) {}

    /** The announcement of the event. */
    public record AnnouncementChange(String name) {}

    /**
     * The thing of the event.
     *
     * @param kind {@code extension}, {@code device}, {@code ring-group}, {@code queue}, {@code menu}, {@code conference},
     *     {@code number}, {@code trunk}, {@code rule}, {@code services} or {@code settings}
     * @param number internal, or E.164; empty for what has none
     * @param person whose it is; empty for what is nobody's
     */
    public record ThingChange(String id, String kind, Optional<String> number, Optional<String> person) {}
}
