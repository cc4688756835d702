package org.patchbay.identity.rest;

import org.patchbay.api.Problem;
import org.patchbay.api.identity.Caller;

/** Callers with an account. */
final class Members {

    private Members() {}

    static Caller.Member require(Caller caller) {
        if (caller instanceof Caller.Member member) {
            return member;
        }
        throw Problem.FORBIDDEN.because("Only people with an account have this");
    }
}
