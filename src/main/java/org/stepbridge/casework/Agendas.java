package org.stepbridge.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Reference;

/** What is on the lists of meetings. */
public interface Agendas {

    /**
     * Writes the agendas for which the time has come, at most so many, each with all that is on the list now; an agenda that
     * was written before is written again once there is more. Each is one transaction with its delivery, so that nothing is
     * listed without a file, and nodes that do this at once write each agenda once.
     *
     * @return how many were looked at; 0 when there is nothing left to write now
     */
    int write(int most);

    /** What is on the lists of meetings from this day on; the next meeting first. */
    List<Item> coming(List<Authority> authorities, LocalDate from, int most);

    /**
     * A request on the list of a meeting, without personal data.
     *
     * @param meeting the meeting's name in the pack
     * @param title what people call it
     * @param requestedAt when it was asked for; null where that could not be read
     */
    record Item(
            Authority authority,
            String meeting,
            String title,
            LocalDate on,
            Reference reference,
            String type,
            String locality,
            @Nullable Instant requestedAt) {}
}
