package org.patchbay.certificates;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.patchbay.api.Page;
import org.patchbay.api.PageRequest;
import org.patchbay.api.PortalId;
import org.patchbay.api.kv.KeyValues;
import org.patchbay.api.secrets.Secrets;

/** Keeps certificates with their keys, sealed, among the values of root's portal. Thread-safe. */
final class CertificateStore {

    /** How many a server keeps. */
    static final int MOST = 500;

    private static final String SPACE = "certificates";

    private final KeyValues values;
    private final Secrets secrets;

    CertificateStore(KeyValues values, Secrets secrets) {
        this.values = values;
        this.secrets = secrets;
    }

    void put(String id, Identity identity) {
        values.put(PortalId.ROOT, SPACE, id, secrets.seal(PortalId.ROOT, field(id), Pem.write(identity)));
    }

    Optional<Identity> find(String id) {
        return values.get(PortalId.ROOT, SPACE, id)
                .map(kept -> Pem.read(secrets.open(PortalId.ROOT, field(id), kept), ""));
    }

    void remove(String id) {
        values.remove(PortalId.ROOT, SPACE, id);
    }

    Map<String, Identity> all() {
        Map<String, Identity> all = new LinkedHashMap<>();
        Page<String> page = values.keys(PortalId.ROOT, SPACE, "", PageRequest.first(MOST));
        page.items().forEach(id -> find(id).ifPresent(identity -> all.put(id, identity)));
        return all;
    }

    private static String field(String id) {
        return "certificate." + id;
    }
}
