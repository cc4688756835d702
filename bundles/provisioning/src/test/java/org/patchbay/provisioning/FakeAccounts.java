package org.patchbay.provisioning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.patchbay.api.Ids;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.extensions.Device;
import org.patchbay.api.extensions.DeviceAccount;
import org.patchbay.api.extensions.DeviceAccounts;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.Access;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.identity.Right;
import org.patchbay.provisioning.phone.PhoneSecrets;
import org.patchbay.testing.extensions.InMemoryPhoneBook;

/** Accounts of the devices in a book. Thread-safe. */
final class FakeAccounts implements DeviceAccounts {

    private record Key(PortalId portal, String device) {}

    private final InMemoryPhoneBook book;
    private final Access access;
    private final Map<Key, DeviceAccount> accounts = new ConcurrentHashMap<>();

    FakeAccounts(InMemoryPhoneBook book, Access access) {
        this.book = book;
        this.access = access;
    }

    private Extension require(PortalId portal, String extension, boolean personal, Caller by) {
        return book.find(portal, extension)
                .filter(found ->
                        access.scope(by, portal, Right.CONFIGURE_CALL_HANDLING).includes(found.department())
                                || (personal && found.person().equals(by.personId())))
                .orElseThrow(() -> Problem.NOT_FOUND.because("telephone.unknown", "There is no such thing here"));
    }

    private DeviceAccount put(PortalId portal, Extension extension, Device device, String password) {
        var account = new DeviceAccount(extension, device, "acme.example", password);
        accounts.put(new Key(portal, device.id()), account);
        return account;
    }

    @Override
    public DeviceAccount create(PortalId portal, String extension, String name, List<String> networks, Caller by) {
        Extension of = require(portal, extension, false, by);
        var device = new Device(Ids.next(), extension, name, of.number() + "-abcde", 1, networks, 1);
        return put(portal, of, device, PhoneSecrets.random(12));
    }

    @Override
    public DeviceAccount personal(PortalId portal, String extension, String name, Caller by) {
        Extension of = require(portal, extension, true, by);
        return accounts.values().stream()
                .filter(account -> account.extension().equals(of)
                        && account.device().name().equals(name))
                .findFirst()
                .orElseGet(() -> put(
                        portal,
                        of,
                        new Device(Ids.next(), extension, name, of.number() + "-soft", 2, List.of(), 1),
                        PhoneSecrets.random(12)));
    }

    @Override
    public Optional<DeviceAccount> find(PortalId portal, String device) {
        return Optional.ofNullable(accounts.get(new Key(portal, device)));
    }

    @Override
    public DeviceAccount change(PortalId portal, String id, String name, List<String> networks, Caller by) {
        DeviceAccount before = find(portal, id).orElseThrow();
        var device =
                new Device(id, before.extension().id(), name, before.device().user(), 1, networks, 2);
        return put(portal, before.extension(), device, before.password());
    }

    @Override
    public DeviceAccount renew(PortalId portal, String id, Caller by) {
        DeviceAccount before = find(portal, id).orElseThrow();
        return put(portal, before.extension(), before.device(), PhoneSecrets.random(12));
    }

    @Override
    public void delete(PortalId portal, String id, Caller by) {
        accounts.remove(new Key(portal, id));
    }
}
