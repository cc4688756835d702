package org.patchbay.calls.call;

import java.util.List;
import java.util.Optional;
import org.patchbay.api.calls.CallParty;
import org.patchbay.api.calls.CallParty.Role;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.identity.PersonId;

/**
 * What is told of who listens to a call or whispers in it: to those who talk nothing, to who is whispered to the whisperer, to who
 * supervises all. Thread-safe.
 */
public final class Supervision {

    private Supervision() {}

    /** Whether this one came into the conversation of others, of which nothing is theirs but to hang up. */
    static boolean supervises(Role role) {
        return isHidden(role) || role == Role.BARGED_IN;
    }

    /** Whether all phones of this person in the call supervise. Any thread. */
    static boolean supervises(LiveCall call, PersonId person) {
        List<CallParty> own = call.parties().stream()
                .filter(party -> party.person().filter(person::equals).isPresent())
                .toList();
        return !own.isEmpty() && own.stream().allMatch(party -> supervises(party.role()));
    }

    static boolean isHidden(Role role) {
        return role == Role.LISTENER || role == Role.WHISPERER;
    }

    /**
     * The call as somebody sees it.
     *
     * @param supervises whether they may see calls of others in a department of it; who takes part sees as who takes part
     */
    public static LiveCall seen(Call call, Optional<PersonId> by, boolean supervises) {
        LiveCall live = call.live();
        if (live.parties().stream().noneMatch(party -> isHidden(party.role()))) {
            return live;
        }
        List<CallParty> own = live.parties().stream()
                .filter(party -> by.isPresent() && party.person().equals(by))
                .toList();
        if (own.isEmpty() ? supervises && isTalk(live) : own.stream().anyMatch(party -> isHidden(party.role()))) {
            return live;
        }
        boolean coached =
                own.stream().anyMatch(party -> call.stage() instanceof TalkStage talk && talk.coaches(party.leg()));
        return live.with(
                live.parties().stream()
                        .filter(party -> !isHidden(party.role()) || (coached && party.role() == Role.WHISPERER))
                        .toList(),
                live.path());
    }

    /** Where no two are left to talk, who talked before may be told as who supervises. */
    private static boolean isTalk(LiveCall call) {
        return call.parties().stream().filter(party -> !isHidden(party.role())).count() > 1;
    }

    /** The record of a call as somebody sees it: who talked in it is told of nobody who listened or whispered. */
    public static CallRecord seen(CallRecord call, Optional<PersonId> by, boolean supervises) {
        List<LegRecord> own = call.legs().stream()
                .filter(leg -> by.isPresent() && leg.person().equals(by))
                .toList();
        if (own.isEmpty() ? supervises : own.stream().anyMatch(leg -> isHidden(leg.role()))) {
            return call;
        }
        return call.with(
                call.legs().stream().filter(leg -> !isHidden(leg.role())).toList(), call.path());
    }
}
