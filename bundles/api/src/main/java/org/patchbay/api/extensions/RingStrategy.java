package org.patchbay.api.extensions;

/** In which order the members of a group or queue ring. */
public enum RingStrategy {
    /** All at once. */
    ALL,
    /** One after the other, in the order of the list. */
    ONE_BY_ONE,
    /** First who has not been in a call for the longest. */
    LONGEST_IDLE,
    /** One after the other, and the next call begins with the next one. */
    ROUND_ROBIN
}
