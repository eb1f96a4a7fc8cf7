package org.stepbridge.casework;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is to Stepbridge. What a role may do is said by {@link Right}. */
public enum Role {
    /** Looks at every request that the protocol cannot decide, and at everything on its way. */
    BUSINESS_SUPPORT,
    /** Manages early help in a locality. */
    LOCALITY_MANAGER,
    /** Works in the evidence based hub. */
    HUB,
    /** Works in the multi-agency safeguarding hub. */
    MASH,
    /** Manages the services on either side. */
    MANAGER,
    /** Sees to it that everything flows. */
    IT;

    /** Its name in the outer contract, such as {@code business-support}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of this name, if it is one. */
    public static Optional<Role> of(String label) {
        return Arrays.stream(values())
                .filter(role -> role.label().equals(label))
                .findFirst();
    }
}
