package org.stepbridge.model;

import java.util.List;

/** Whether the notes evidence the discussion that a request needs, and every note that was considered. */
public sealed interface Verdict {

    /** Every note looked at, the deciding one first when there is one. */
    List<Considered> considered();

    /**
     * A note confirms the agreement.
     *
     * @param note the note that counts
     * @param flags what people should know although it counts, such as that it was written after the request
     */
    record Evidenced(Considered note, List<Flag> flags, List<Considered> considered) implements Verdict {
        public Evidenced {
            flags = List.copyOf(flags);
            considered = List.copyOf(considered);
        }
    }

    /** No note does. Whether that may be concluded depends on how fresh the notes are. */
    record NotEvidenced(List<Considered> considered) implements Verdict {
        public NotEvidenced {
            considered = List.copyOf(considered);
        }
    }

    /**
     * A person must say.
     *
     * @param question what to ask, in one sentence without personal data but the number of a record
     */
    record Unclear(String question, List<Considered> considered) implements Verdict {
        public Unclear {
            considered = List.copyOf(considered);
        }
    }
}
