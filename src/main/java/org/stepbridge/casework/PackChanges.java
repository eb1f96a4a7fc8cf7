package org.stepbridge.casework;

import java.util.List;
import java.util.Optional;
import org.stepbridge.casework.ActivePacks.Activation;
import org.stepbridge.model.Authority;
import org.stepbridge.model.ProtocolVersion;

/** How the files of packs on this machine stand beside what is in force, and the act that puts them in force. */
public interface PackChanges {

    /** Reads the files of this live authority's pack now. */
    Standing standing(Authority authority);

    /** The pack of the files as they are now; empty when they are not sound. */
    Optional<Pack> files(Authority authority);

    /**
     * Puts the files in force as they were seen, on every node and for every decision from now on; what is decided stays.
     *
     * @param contentHash the content that was seen to be sound
     * @param reason why, in somebody's own words
     */
    ActResult activate(Authority authority, String contentHash, String by, String reason);

    /** Takes over what another node has put in force. */
    void renew();

    /** What became of it. */
    enum ActResult {
        /** It is in force. */
        DONE,
        /** The files, or what is in force, have changed since they were seen; nothing was done. */
        CHANGED_MEANWHILE,
        /** The files are not sound; nothing was done. */
        UNSOUND
    }

    /**
     * How they stand.
     *
     * @param inForce what is in force; empty when nothing was ever activated
     * @param changed the version of the files, where they are sound and not what is in force
     * @param problems what is wrong with the files; empty when they are sound
     */
    record Standing(Optional<Activation> inForce, Optional<ProtocolVersion> changed, List<String> problems) {
        public Standing {
            problems = List.copyOf(problems);
        }
    }
}
