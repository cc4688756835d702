package org.patchbay.sip.dialog;

import java.util.concurrent.atomic.AtomicInteger;
import org.patchbay.sip.auth.Domains;
import org.patchbay.sip.registrar.Returns;
import org.patchbay.sip.transaction.SipStack;
import org.patchbay.sip.transaction.Timing;

/** What legs are made with. Thread-safe. */
public record LegKit(
        SipStack stack, Dialogs dialogs, Timing timing, AtomicInteger legs, Returns returns, Domains domains) {}
