package org.stepbridge.protocol;

import java.util.Set;

/**
 * A field that is filled from the latest earlier request about the same child, where the export does not give it.
 *
 * @param field the field to fill
 * @param clause the clause that asks for it
 * @param types the types of request that count as earlier ones
 * @param take what is taken: {@code acceptedAt} or a field of that request
 */
public record EarlierRule(String field, String clause, Set<String> types, String take) {
    /** When the earlier request was accepted. */
    public static final String ACCEPTED_AT = "acceptedAt";

    public EarlierRule {
        types = Set.copyOf(types);
    }
}
