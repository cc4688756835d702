package org.patchbay.calls.call;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.patchbay.api.phonemedia.PhoneMedia;
import org.patchbay.api.signalling.Signalling;
import org.patchbay.calls.plan.Book;
import org.patchbay.calls.plan.Facts;

/** What every call works with. */
public record Hub(
        Signalling signalling,
        PhoneMedia media,
        Timers timers,
        Executor threads,
        Clock clock,
        Book book,
        Facts facts,
        Journal journal,
        Desk desk,
        CallerNames names,
        RecordingSpace recordings) {}
