/** Mails that tell of something without asking for anything: new rights, an end that comes near. */
@NullMarked
package org.patchbay.identity.notice;

import org.jspecify.annotations.NullMarked;
