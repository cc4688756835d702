package org.patchbay.calls.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.patchbay.api.calls.CallRecord;
import org.patchbay.api.calls.CallStep;
import org.patchbay.api.calls.Decision;
import org.patchbay.api.calls.LegRecord;
import org.patchbay.api.calls.LiveCall;
import org.patchbay.api.extensions.Extension;
import org.patchbay.api.identity.PersonId;

/**
 * Numbers outside at which somebody within is looked for, a mobile perhaps. They are the owner's business and that of who may
 * see all calls; whoever else may see a call reads the extension instead. Decisions carry a mark that says whose a
 * number is, which nobody sees. Stateless.
 */
public final class OwnNumbers {

    private static final String OWNER = "owner";
    private static final String SHOWN = "shown";
    private static final String OWN = "own";
    private static final String SEPARATOR = ", ";
    private static final String UNKNOWN = "…";

    private OwnNumbers() {}

    /** The decision with the mark that these of its numbers are somebody's own. */
    static Decision mark(Decision decision, Extension of, Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return decision;
        }
        Map<String, String> params = new HashMap<>(decision.params());
        params.put(OWNER, of.person().map(PersonId::value).orElse(""));
        params.put(SHOWN, of.number());
        params.put(OWN, String.join(SEPARATOR, numbers));
        return new Decision(decision.step(), decision.reason(), params);
    }

    /** Marks each decision that names a number, where it is somebody's own. */
    static Consumer<Decision> marking(Consumer<Decision> path, Optional<Extension> owner) {
        return owner.map(of -> marking(path, of)).orElse(path);
    }

    private static Consumer<Decision> marking(Consumer<Decision> path, Extension of) {
        return decision -> path.accept(mark(
                decision,
                of,
                Optional.ofNullable(decision.params().get("number")).stream().toList()));
    }

    /** The path as somebody sees it who may see all. */
    public static List<Decision> plain(List<Decision> path) {
        return path.stream().map(decision -> shown(decision, Map.of())).toList();
    }

    /**
     * The record as somebody sees it.
     *
     * @param all whether they may see all calls of the portal
     */
    public static CallRecord seen(CallRecord call, Optional<PersonId> by, boolean all) {
        if (call.path().stream().noneMatch(OwnNumbers::hasOwn)) {
            return call;
        }
        Map<String, String> hidden = hidden(call.path(), by, all);
        return call.with(call.legs().stream().map(leg -> shown(leg, hidden)).toList(), shown(call.path(), hidden));
    }

    /** The call as somebody sees it, in the same way. Its parties stand there as who they are already. */
    public static LiveCall seen(LiveCall call, Optional<PersonId> by, boolean all) {
        if (call.path().stream().noneMatch(OwnNumbers::hasOwn)) {
            return call;
        }
        return call.with(call.parties(), shown(call.path(), hidden(call.path(), by, all)));
    }

    /** The own numbers of somebody in a path, with what stands there for others. */
    public static Map<String, String> of(List<CallStep> path, PersonId owner) {
        Map<String, String> numbers = new HashMap<>();
        path.stream()
                .map(CallStep::decision)
                .filter(decision -> isOf(decision, owner))
                .forEach(decision -> own(decision)
                        .forEach(number ->
                                numbers.putIfAbsent(number, decision.params().getOrDefault(SHOWN, UNKNOWN))));
        return numbers;
    }

    private static boolean isOf(Decision decision, PersonId owner) {
        return owner.value().equals(decision.params().get(OWNER));
    }

    /** The path without somebody's own numbers, and without the marks that say whose they were. */
    public static List<CallStep> without(List<CallStep> path, PersonId owner, Map<String, String> numbers) {
        return path.stream()
                .map(step -> new CallStep(step.at(), without(step.decision(), owner, numbers)))
                .toList();
    }

    private static Decision without(Decision decision, PersonId owner, Map<String, String> numbers) {
        if (isOf(decision, owner)) {
            return shown(decision, numbers);
        }
        Map<String, String> params = new HashMap<>(decision.params());
        params.replaceAll((name, value) -> numbers.getOrDefault(value, value));
        return new Decision(decision.step(), decision.reason(), params);
    }

    /** The leg with what stands there for others. */
    public static LegRecord without(LegRecord leg, Map<String, String> numbers) {
        return shown(leg, numbers);
    }

    private static boolean isFollowMe(Decision decision) {
        return decision.step().equals("follow-me") && decision.params().containsKey("numbers");
    }

    private static boolean hasOwn(CallStep step) {
        return step.decision().params().containsKey(OWN) || isFollowMe(step.decision());
    }

    /** Which numbers somebody does not see, with what stands there instead. */
    private static Map<String, String> hidden(List<CallStep> path, Optional<PersonId> by, boolean all) {
        Map<String, String> hidden = new HashMap<>();
        for (CallStep step : path) {
            Decision decision = step.decision();
            String owner = decision.params().getOrDefault(OWNER, "");
            if (all || by.filter(person -> person.value().equals(owner)).isPresent()) {
                continue;
            }
            String shown = decision.params().getOrDefault(SHOWN, UNKNOWN);
            own(decision).forEach(number -> hidden.putIfAbsent(number, shown));
        }
        return hidden;
    }

    /** Records of before there were marks have none: there what leads outside counts. */
    private static List<String> own(Decision decision) {
        String marked = decision.params().get(OWN);
        if (marked != null) {
            return split(marked);
        }
        return isFollowMe(decision)
                ? split(decision.params().getOrDefault("numbers", "")).stream()
                        .filter(number -> number.startsWith("+"))
                        .toList()
                : List.of();
    }

    private static List<String> split(String numbers) {
        return Arrays.asList(numbers.split(SEPARATOR, -1));
    }

    private static List<CallStep> shown(List<CallStep> path, Map<String, String> hidden) {
        List<CallStep> shown = new ArrayList<>(path.size());
        path.forEach(step -> shown.add(new CallStep(step.at(), shown(step.decision(), hidden))));
        return shown;
    }

    private static Decision shown(Decision decision, Map<String, String> hidden) {
        Map<String, String> params = new HashMap<>(decision.params());
        if (params.containsKey(OWN)) {
            params.keySet().removeAll(List.of(OWNER, SHOWN, OWN));
        }
        params.replaceAll((name, value) -> hidden.isEmpty()
                ? value
                : split(value).stream()
                        .map(number -> hidden.getOrDefault(number, number))
                        .distinct()
                        .collect(Collectors.joining(SEPARATOR)));
        return new Decision(decision.step(), decision.reason(), params);
    }

    private static LegRecord shown(LegRecord leg, Map<String, String> hidden) {
        String shown = leg.trunk().isPresent() && !leg.incoming() ? hidden.get(leg.number()) : null;
        return shown == null
                ? leg
                : new LegRecord(
                        leg.leg(),
                        leg.callId(),
                        leg.incoming(),
                        leg.role(),
                        shown,
                        "",
                        leg.person(),
                        leg.department(),
                        leg.trunk(),
                        leg.started(),
                        leg.answered(),
                        leg.ended(),
                        leg.status(),
                        leg.reason(),
                        leg.quality());
    }
}
