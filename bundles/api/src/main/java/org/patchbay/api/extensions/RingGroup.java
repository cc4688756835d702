package org.patchbay.api.extensions;

import java.util.List;
import org.patchbay.api.Means;
import org.patchbay.api.identity.DepartmentId;

/**
 * Several extensions behind one number. Immutable.
 *
 * @param members ids of extensions, 1 to 100
 * @param seconds how long it rings, each member of all but {@code ALL}; 5 to 300
 * @param otherwise where a call goes that nobody takes
 */
public record RingGroup(
        String id,
        String number,
        String name,
        DepartmentId department,
        RingStrategy strategy,
        @Means("Ids of extensions, not their numbers") List<String> members,
        int seconds,
        Destination otherwise,
        long version) {

    private static final int MOST = 100;
    private static final int LONGEST = 300;

    public RingGroup {
        Bounds.internal(number);
        name = Bounds.name(name);
        members = Bounds.distinct("members", members, MOST);
        if (members.isEmpty()) {
            throw Bounds.invalid("members", "members.none", "must have somebody");
        }
        Bounds.range("seconds", seconds, 5, LONGEST);
    }
}
