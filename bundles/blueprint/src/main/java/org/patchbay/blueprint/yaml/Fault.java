package org.patchbay.blueprint.yaml;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.patchbay.api.FieldError;
import org.patchbay.api.PatchbayException;
import org.patchbay.api.Problem;

/** What is wrong in a file, and where. */
public record Fault(String pointer, int line, String code, String detail) {

    /** The faults as one refusal; the parameter {@code lines} has the line of each pointer. */
    public static PatchbayException refusal(Problem problem, List<Fault> faults) {
        Map<String, Integer> lines = new TreeMap<>();
        faults.forEach(fault -> lines.put(fault.pointer(), fault.line()));
        return problem.because(
                faults.stream()
                        .map(fault -> new FieldError(
                                fault.pointer(), fault.code(), fault.detail() + " (line " + fault.line() + ")"))
                        .toList(),
                Map.of("lines", lines));
    }

    static PatchbayException invalid(String pointer, int line, String code, String detail) {
        return refusal(Problem.INVALID, List.of(new Fault(pointer, line, code, detail)));
    }
}
