/**
 * Who receives what: conferences, their endpoints and the tracks between them. Everything of one conference is done by
 * one thread at a time, from its {@link org.patchbay.media.forwarding.Mailbox}, so nothing here locks.
 */
@NullMarked
package org.patchbay.media.forwarding;

import org.jspecify.annotations.NullMarked;
