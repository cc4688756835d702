/** Meetings over REST. */
@NullMarked
package org.patchbay.meetings.rest;

import org.jspecify.annotations.NullMarked;
