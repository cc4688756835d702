package org.patchbay.extensions.file;

import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Destination;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.extensions.ExtensionNames;
import org.patchbay.api.identity.Departments;
import org.patchbay.extensions.Switchboard;
import org.patchbay.extensions.thing.Kinds;

/** What a portal's file calls extensions and destinations. Thread-safe. */
@Component
public final class FileNames implements ExtensionNames {

    private final Switchboard switchboard;
    private final Departments departments;

    @Activate
    public FileNames(@Reference Switchboard switchboard, @Reference Departments departments) {
        this.switchboard = switchboard;
        this.departments = departments;
    }

    @Override
    public Optional<Extension> numbered(PortalId portal, String number) {
        return switchboard.withKey(portal, Kinds.EXTENSION, Kinds.internal(number));
    }

    @Override
    public Optional<Extension> find(PortalId portal, String id) {
        return switchboard.withId(portal, Kinds.EXTENSION, id);
    }

    @Override
    public String write(PortalId portal, Destination destination) {
        return terms(portal).text(destination);
    }

    @Override
    public Destination read(PortalId portal, String pointer, String text) {
        return terms(portal).destination(pointer, text);
    }

    private Terms terms(PortalId portal) {
        return new Terms(portal, switchboard, departments);
    }
}
