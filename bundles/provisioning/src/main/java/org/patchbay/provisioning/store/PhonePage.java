package org.patchbay.provisioning.store;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.patchbay.api.Page;

/** Pages of phones; the cursor is the last one's hardware address. */
final class PhonePage {

    private PhonePage() {}

    /** The page of those found, one more than wanted where more follow. */
    static Page<StoredPhone> of(List<StoredPhone> found, int limit, long total) {
        boolean more = found.size() > limit;
        List<StoredPhone> items = more ? found.subList(0, limit) : found;
        Optional<String> next = more ? Optional.of(items.get(limit - 1).phone().mac()) : Optional.empty();
        return new Page<>(items, next, OptionalLong.of(total));
    }
}
