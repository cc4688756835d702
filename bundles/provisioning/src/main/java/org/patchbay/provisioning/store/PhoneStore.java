package org.patchbay.provisioning.store;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.provisioning.phone.PhoneState;

/** Keeps phones. Thread-safe. */
public interface PhoneStore {

    /** A portal's phone. */
    record Placed(PortalId portal, StoredPhone stored) {}

    Optional<StoredPhone> find(PortalId portal, String id);

    /** The phone whose first file this is. */
    Optional<StoredPhone> withToken(PortalId portal, String tokenHash);

    /** The phone that fetches with this name. */
    Optional<StoredPhone> withAccount(PortalId portal, String account);

    /** The phone of a hardware address, in whichever portal; for the server alone. */
    Optional<Placed> withMac(String mac);

    /** The phones of the portal by hardware address. */
    Page<StoredPhone> list(PortalId portal, PageRequest page);

    /** The phones of an extension. */
    List<StoredPhone> ofExtension(PortalId portal, String extension);

    /** Keeps a new phone; fails if there is one of this address or account. */
    void insert(PortalId portal, StoredPhone phone);

    /** Keeps a phone in place of the one before, but for its state; false unless that had this version. */
    boolean update(PortalId portal, StoredPhone phone, long before);

    /** Takes the token, so that nobody else can; false if it was taken. */
    boolean claim(PortalId portal, String id, String tokenHash);

    /** Gives a token back that was taken for nothing. */
    void giveBack(PortalId portal, String id, String tokenHash);

    /** Notes that whoever asks in the local network was told the token; false if it was taken or told before. */
    boolean offer(PortalId portal, String id, String tokenHash);

    /** Notes a fetch. */
    void note(PortalId portal, String id, PhoneState state);

    void delete(PortalId portal, String id);
}
