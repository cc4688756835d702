/** Signalling: call legs, registrations and trunks over SIP (RFC 3261). */
@NullMarked
package org.patchbay.sip;

import org.jspecify.annotations.NullMarked;
