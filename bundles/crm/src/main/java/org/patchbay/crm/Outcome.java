package org.patchbay.crm;

/** What became of asking one CRM. */
sealed interface Outcome<T> {

    /** The CRM answered. */
    record Answer<T>(Connected crm, T value) implements Outcome<T> {}

    /**
     * It did not.
     *
     * @param title of the CRM
     * @param sentence why, for people
     */
    record Complaint<T>(String title, String sentence) implements Outcome<T> {}
}
