package org.patchbay.extensions.thing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.api.identity.Right;

/**
 * A kind of things, and what is true of each. Immutable.
 *
 * @param name as it is kept
 * @param concept in the names of its events
 * @param right that is needed to change one
 * @param key unique in the portal
 * @param sort by which they are listed
 * @param label by which people know it
 * @param department whose it is; empty for what belongs to something
 * @param pointers to what it leads
 */
public record Kind<T extends Record>(
        String name,
        String concept,
        Right right,
        Class<T> type,
        Function<T, String> id,
        ToLongFunction<T> version,
        Function<T, String> key,
        Function<T, String> sort,
        Function<T, String> label,
        Function<T, Optional<DepartmentId>> department,
        Function<T, List<Pointer>> pointers) {

    @Override
    public String toString() {
        return name;
    }
}
