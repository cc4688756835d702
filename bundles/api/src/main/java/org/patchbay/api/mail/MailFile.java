package org.patchbay.api.mail;

/**
 * A file that goes with a mail. It is read where it is when the mail is sent; a mail whose file is gone by then is sent without.
 * Immutable.
 *
 * @param source the name of the {@code MailFiles} that has it
 * @param id names it there
 * @param name as which it is in the mail
 */
public record MailFile(String source, String id, String name) {}
