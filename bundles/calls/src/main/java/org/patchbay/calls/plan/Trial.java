package org.patchbay.calls.plan;

/** Tries a number before a call is sent there, so that one that leads nowhere changes nothing. Thread-safe. */
public final class Trial {

    private final Book book;
    private final Facts facts;

    public Trial(Book book, Facts facts) {
        this.book = book;
        this.facts = facts;
    }

    /** The first thing that would be done with the call, if no script says otherwise. */
    public Action first(Inquiry inquiry) {
        var course = new Course(inquiry, book, facts, false, decision -> {});
        Action first = course.begin();
        return first instanceof Action.Consult ? course.after(new Outcome.Consulted(new Verdict.Silence())) : first;
    }
}
