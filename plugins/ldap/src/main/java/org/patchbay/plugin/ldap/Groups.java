package org.patchbay.plugin.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.patchbay.spi.plugins.PluginException;

/** Who is in a group, also by a group that is in it. */
final class Groups {

    private static final String ACTIVE_DIRECTORY = "1.2.840.113556.1.4.800";

    /** Follows members of members on the server; Active Directory's own. */
    private static final String IN_CHAIN = "1.2.840.113556.1.4.1941";

    private static final int MOST_GROUPS = 500;

    private Groups() {}

    static boolean isMember(LdapSession session, SearchResultEntry person, String group) throws PluginException {
        if (Stream.of(Optional.ofNullable(person.getAttributeValues("memberOf")).orElse(new String[0]))
                .anyMatch(held -> LdapSession.same(held, group))) {
            return true;
        }
        if (session.readRoot().hasAttributeValue("supportedCapabilities", ACTIVE_DIRECTORY)) {
            return session.matches(
                    person.getDN(), Filter.createExtensibleMatchFilter("memberOf", IN_CHAIN, false, group));
        }
        return walk(session, person, group);
    }

    /** From the person up; a ring of groups ends as each is looked at once. */
    private static boolean walk(LdapSession session, SearchResultEntry person, String group) throws PluginException {
        Set<String> seen = new HashSet<>();
        Deque<Filter> next = new ArrayDeque<>();
        next.add(Filter.createORFilter(
                holding(person.getDN()),
                Filter.createEqualityFilter(
                        "memberUid",
                        Optional.ofNullable(person.getAttributeValue("uid")).orElse(""))));
        while (!next.isEmpty() && seen.size() < MOST_GROUPS) {
            session.find(next.remove(), MOST_GROUPS, found -> {
                if (seen.add(found.toLowerCase(Locale.ROOT))) {
                    next.add(holding(found));
                }
            });
            if (seen.stream().anyMatch(held -> LdapSession.same(held, group))) {
                return true;
            }
        }
        return false;
    }

    private static Filter holding(String dn) {
        return Filter.createORFilter(
                Filter.createEqualityFilter("member", dn), Filter.createEqualityFilter("uniqueMember", dn));
    }
}
