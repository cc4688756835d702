package org.patchbay.meetings.room;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.patchbay.api.Problem;

/**
 * A question with answers to choose from. Who voted what is known while it is open, and then only how many. Immutable.
 *
 * @param votes the numbers of the options by who chose them; empty once closed
 * @param counts how many chose each option, once closed
 */
record Poll(
        String id,
        String question,
        List<String> options,
        boolean multiple,
        boolean open,
        Map<String, List<Integer>> votes,
        List<Integer> counts) {

    static Poll of(String id, RoomAction.OpenPoll asked) {
        return new Poll(
                id,
                asked.question().strip(),
                asked.options().stream().map(String::strip).toList(),
                asked.multiple(),
                true,
                Map.of(),
                List.of());
    }

    Poll vote(String holder, List<Integer> chosen) {
        if (!open) {
            throw Problem.CONFLICT.because("poll.closed", "This poll is closed");
        }
        List<Integer> distinct = chosen.stream().distinct().sorted().toList();
        if (distinct.stream().anyMatch(option -> option < 0 || option >= options.size())
                || (!multiple && distinct.size() > 1)) {
            throw Problem.INVALID.at("/act/options", "poll.choice", "is not an answer of this poll");
        }
        Map<String, List<Integer>> changed = new LinkedHashMap<>(votes);
        if (distinct.isEmpty()) {
            changed.remove(holder);
        } else {
            changed.put(holder, distinct);
        }
        return new Poll(id, question, options, multiple, true, changed, List.of());
    }

    Poll close() {
        return new Poll(id, question, options, multiple, false, Map.of(), result());
    }

    /** How many chose each option, so far or in the end. */
    List<Integer> result() {
        if (!open) {
            return counts;
        }
        List<Integer> sums = new ArrayList<>();
        for (int option = 0; option < options.size(); option++) {
            int number = option;
            sums.add((int) votes.values().stream()
                    .filter(chosen -> chosen.contains(number))
                    .count());
        }
        return sums;
    }

    List<Integer> choiceOf(String holder) {
        return votes.getOrDefault(holder, List.of());
    }
}
