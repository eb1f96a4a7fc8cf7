package org.stepbridge.casework;

import java.util.List;
import org.stepbridge.model.Flag;
import org.stepbridge.model.Request;

/**
 * A good row of a feed of requests.
 *
 * @param row its number in the file as a spreadsheet shows it
 * @param request what it says
 * @param flags what was noticed while reading it, such as an identifier whose check digit is wrong
 */
public record RequestRow(long row, Request request, List<Flag> flags) {
    public RequestRow {
        flags = List.copyOf(flags);
    }
}
