package org.stepbridge.casework;

import java.util.EnumSet;
import java.util.Set;

/** Something that not everybody may do. Each right is for the login's own authorities only. */
public enum Right {
    /** See the worklist. */
    WORKLIST,
    /** See what waits for the evidence based hub. */
    HUB_QUEUE,
    /** See what waits for MASH. */
    MASH_QUEUE,
    /** See how deadlines stand, and what is on the lists of meetings. */
    CLOCKS,
    /** See a request with everything about it. */
    REQUEST,
    /** Read the protocol in plain English. */
    PROTOCOL,
    /** Put a changed protocol in force. */
    ACTIVATE,
    /** Settle what the protocol could not, check it again, close it, tick off its tasks. */
    SETTLE,
    /** Record the phone call that an urgent email does not replace. */
    RECORD_CALL,
    /** Say that a deadline was kept, see to the checklist, record what happened, or disagree with a decision. */
    MANAGE,
    /** Send a delivery again, give it up, or say that it has arrived. */
    DELIVER,
    /** See what came back and nobody could match, and say what was done about it. */
    POST,
    /** Record what the evidence based hub decided. */
    ANSWER_AS_HUB,
    /** Record what MASH decided. */
    ANSWER_AS_MASH,
    /** See what came in and what stands still. */
    FEEDS,
    /** See who did what, and whether the audit is whole. */
    AUDIT,
    /** See the mail that the embedded catcher took, whomever it is about. */
    MAIL,
    /** Look after the logins that the program keeps itself. */
    LOGINS,
    /** Hand over requests instead of exporting them. */
    PUSH,
    /** Read what programs may ask. */
    API,
    /** Read figures about the program itself. */
    METRICS;

    /** The roles that have it. */
    public Set<Role> roles() {
        return switch (this) {
            case HUB_QUEUE -> EnumSet.of(Role.HUB, Role.MANAGER, Role.BUSINESS_SUPPORT);
            case MASH_QUEUE -> EnumSet.of(Role.MASH, Role.MANAGER);
            case WORKLIST, REQUEST, PROTOCOL, API -> EnumSet.allOf(Role.class);
            case SETTLE -> EnumSet.of(Role.BUSINESS_SUPPORT, Role.LOCALITY_MANAGER);
            case RECORD_CALL -> EnumSet.of(Role.BUSINESS_SUPPORT, Role.LOCALITY_MANAGER, Role.MASH);
            case MANAGE, CLOCKS -> EnumSet.of(Role.BUSINESS_SUPPORT, Role.LOCALITY_MANAGER, Role.MANAGER);
            case AUDIT -> EnumSet.of(Role.IT, Role.MANAGER);
            case DELIVER, MAIL, POST -> EnumSet.of(Role.BUSINESS_SUPPORT, Role.IT);
            case ANSWER_AS_HUB -> EnumSet.of(Role.HUB);
            case ANSWER_AS_MASH -> EnumSet.of(Role.MASH);
            case FEEDS, LOGINS, PUSH, METRICS, ACTIVATE -> EnumSet.of(Role.IT);
        };
    }
}
