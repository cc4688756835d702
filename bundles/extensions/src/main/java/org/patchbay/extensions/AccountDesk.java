package org.patchbay.extensions;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.DeviceAccount;
import org.patchbay.api.extensions.DeviceAccounts;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.secrets.Secrets;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.api.tenancy.Portals;
import org.patchbay.extensions.book.Books;
import org.patchbay.extensions.book.PortalBook;
import org.patchbay.extensions.thing.Kinds;

/** Accounts for who writes them into phones. Thread-safe. */
@Component
public final class AccountDesk implements DeviceAccounts {

    private static final int CONTACTS = 1;

    private final Switchboard switchboard;
    private final DeviceDesk desk;
    private final Books books;
    private final Secrets secrets;
    private final Portals portals;

    @Activate
    public AccountDesk(
            @Reference Switchboard switchboard,
            @Reference DeviceDesk desk,
            @Reference Books books,
            @Reference Secrets secrets,
            @Reference Portals portals) {
        this.switchboard = switchboard;
        this.desk = desk;
        this.books = books;
        this.secrets = secrets;
        this.portals = portals;
    }

    @Override
    public DeviceAccount create(PortalId portal, String extension, String name, List<String> networks, Caller by) {
        return account(desk.create(portal, extension, name, Optional.empty(), CONTACTS, networks, by));
    }

    @Override
    public DeviceAccount personal(PortalId portal, String extension, String name, Caller by) {
        return account(desk.personal(portal, extension, name, by), portal);
    }

    private static DeviceAccount account(DeviceDesk.Handed handed) {
        return new DeviceAccount(handed.extension(), handed.device(), handed.domain(), handed.password());
    }

    /** What is there already has its password still. */
    private DeviceAccount account(DeviceDesk.Handed handed, PortalId portal) {
        return handed.password().isEmpty()
                ? find(portal, handed.device().id()).orElseThrow(Reach::unknown)
                : account(handed);
    }

    @Override
    public Optional<DeviceAccount> find(PortalId portal, String id) {
        PortalBook book = books.of(portal);
        return book.find(Kinds.DEVICE, id).flatMap(device -> book.find(Kinds.EXTENSION, device.extension())
                .flatMap(extension -> book.sealed(id).flatMap(hidden -> portals.find(portal)
                        .map(Portal::host)
                        .map(host -> opened(portal, extension, device, host, hidden)))));
    }

    private DeviceAccount opened(PortalId portal, Extension extension, Device device, String host, String sealed) {
        return new DeviceAccount(extension, device, host, secrets.open(portal, Register.field(device.id()), sealed));
    }

    @Override
    public DeviceAccount change(PortalId portal, String id, String name, List<String> networks, Caller by) {
        Device before = switchboard.find(portal, Kinds.DEVICE, id, by);
        Device after = switchboard.update(
                portal,
                Kinds.DEVICE,
                id,
                before.version(),
                (device, version) -> new Device(
                        id, device.extension(), name, device.user(), device.mostContacts(), networks, version),
                Optional.empty(),
                by);
        DeviceAccount account = find(portal, id).orElseThrow(Reach::unknown);
        return new DeviceAccount(account.extension(), after, account.domain(), account.password());
    }

    @Override
    public DeviceAccount renew(PortalId portal, String id, Caller by) {
        return account(desk.renew(portal, id, by));
    }

    @Override
    public void delete(PortalId portal, String id, Caller by) {
        if (books.of(portal).find(Kinds.DEVICE, id).isPresent()) {
            switchboard.delete(portal, Kinds.DEVICE, id, by);
        }
    }
}
