package org.stepbridge.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ProtocolVersion;

/** Which pack of each authority is in force, on all nodes alike, and its files. */
public interface ActivePacks {

    /** What is in force, by the authority's name. */
    Map<String, Activation> inForce();

    /** The files of this activation, as they were handed over. */
    byte[] files(long number);

    /**
     * Puts a pack in force, with an entry of the audit that says what was before; both commit together.
     *
     * @param files an archive of its files
     * @param before the number of the activation that it takes the place of; 0 when there is none
     * @return empty, and nothing is done, when another one is in force by now
     */
    Optional<Activation> activate(Authority authority, byte[] files, Activation next, long before);

    /**
     * A pack that was put in force.
     *
     * @param number its number; 0 until it has one
     * @param by who did it
     * @param reason why
     */
    record Activation(long number, ProtocolVersion version, Instant at, String by, String reason) {
        /** One that is to be. */
        public static Activation next(ProtocolVersion version, String by, String reason) {
            return new Activation(0, version, Instant.EPOCH, by, reason);
        }
    }
}
