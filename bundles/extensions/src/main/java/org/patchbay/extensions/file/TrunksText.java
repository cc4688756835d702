package org.patchbay.extensions.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.patchbay.api.MayBeAbsent;
import org.patchbay.api.extensions.NumberFormat;
import org.patchbay.api.extensions.OutboundRule;
import org.patchbay.api.extensions.Trunk;
import org.patchbay.api.identity.DepartmentId;
import org.patchbay.extensions.thing.Kinds;

/** Trunks and rules for calls outside, as a portal's file has them. Passwords are not in it and stay as they are. */
public record TrunksText(@MayBeAbsent List<TrunkText> trunks, @MayBeAbsent List<RuleText> rules) {

    public TrunksText {
        trunks = List.copyOf(trunks);
        rules = List.copyOf(rules);
    }

    /** A trunk by its name. */
    public record TrunkText(
            String name,
            Optional<String> department,
            int order,
            @MayBeAbsent boolean on,
            String host,
            int port,
            Optional<Trunk.Transport> transport,
            String user,
            @MayBeAbsent boolean registers,
            int expirySeconds,
            @MayBeAbsent List<String> networks,
            Optional<Integer> mostCalls,
            Optional<String> callerId,
            @MayBeAbsent boolean ownCallerId,
            NumberFormat shown,
            NumberFormat dialled,
            String prefix) {

        static TrunkText of(Terms terms, Trunk thing) {
            return new TrunkText(
                    thing.name(),
                    terms.department(thing.department()),
                    thing.order(),
                    thing.on(),
                    thing.host(),
                    thing.port(),
                    thing.transport(),
                    thing.user(),
                    thing.registers(),
                    thing.expirySeconds(),
                    thing.networks(),
                    thing.mostCalls(),
                    thing.callerId(),
                    thing.ownCallerId(),
                    thing.shown(),
                    thing.dialled(),
                    thing.prefix());
        }

        String key() {
            return "t:" + name.strip().toLowerCase(Locale.ROOT);
        }

        Trunk thing(Terms terms, String id, long version) {
            return new Trunk(
                    id,
                    name,
                    terms.department("/department", department),
                    order,
                    on,
                    host,
                    port,
                    transport,
                    user,
                    registers,
                    expirySeconds,
                    networks,
                    mostCalls,
                    callerId,
                    ownCallerId,
                    shown,
                    dialled,
                    prefix,
                    version);
        }
    }

    /** A rule by its name; its trunks and departments by theirs. */
    public record RuleText(
            String name,
            Optional<String> department,
            int order,
            @MayBeAbsent List<String> prefixes,
            @MayBeAbsent List<String> departments,
            @MayBeAbsent List<String> trunks) {

        static RuleText of(Terms terms, OutboundRule thing) {
            return new RuleText(
                    thing.name(),
                    terms.department(thing.department()),
                    thing.order(),
                    thing.prefixes(),
                    thing.departments().stream()
                            .map(terms::departmentName)
                            .sorted()
                            .toList(),
                    terms.names(thing.trunks()));
        }

        String key() {
            return "r:" + name.strip().toLowerCase(Locale.ROOT);
        }

        OutboundRule thing(Terms terms, String id, long version) {
            List<DepartmentId> whose = new ArrayList<>();
            for (int i = 0; i < departments.size(); i++) {
                whose.add(terms.department("/departments/" + i, Optional.of(departments.get(i))));
            }
            return new OutboundRule(
                    id,
                    name,
                    terms.department("/department", department),
                    order,
                    prefixes,
                    Set.copyOf(whose),
                    terms.ids("/trunks", Kinds.TRUNK, trunks),
                    version);
        }
    }
}
