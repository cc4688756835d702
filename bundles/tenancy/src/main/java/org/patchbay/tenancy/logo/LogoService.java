package org.patchbay.tenancy.logo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.patchbay.api.PortalId;
import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;
import org.patchbay.api.store.UnitOfWork;
import org.patchbay.api.tenancy.Portal;
import org.patchbay.tenancy.PortalService;
import org.patchbay.tenancy.store.LogoStore;

/** Takes logos in and finds them by the hash of their content. Thread-safe. */
@Component(service = LogoService.class)
public final class LogoService {

    /** The most bytes of an upload. */
    public static final int MOST_BYTES = 1 << 20;

    private final LogoStore store;
    private final PortalService portals;
    private final UnitOfWork work;

    @Activate
    public LogoService(@Reference LogoStore store, @Reference PortalService portals, @Reference UnitOfWork work) {
        this.store = store;
        this.portals = portals;
        this.work = work;
    }

    /** Takes a PNG or JPEG in place of the present logo; STALE unless the version is the portal's present one. */
    public Portal put(PortalId portal, long version, byte[] sent, Caller by) {
        if (sent.length > MOST_BYTES) {
            throw Problem.TOO_LARGE.because("logo.size", "A logo has up to 1 MiB");
        }
        byte[] png = LogoImage.png(sent);
        String hash = hash(png);
        return work.call(() -> {
            Optional<Portal> same = portals.find(portal)
                    .filter(present -> present.version() == version)
                    .filter(present -> present.logo().equals(Optional.of(hash)));
            if (same.isPresent()) {
                return same.get();
            }
            store.put(portal, hash, png);
            return portals.changeLogo(portal, version, Optional.of(hash), by);
        });
    }

    /** Takes the logo away. */
    public Portal remove(PortalId portal, long version, Caller by) {
        return work.call(() -> {
            store.delete(portal);
            return portals.changeLogo(portal, version, Optional.empty(), by);
        });
    }

    /** The PNG with this hash, if it is the portal's. */
    public Optional<byte[]> find(PortalId portal, String hash) {
        return work.call(() -> store.find(portal, hash));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
