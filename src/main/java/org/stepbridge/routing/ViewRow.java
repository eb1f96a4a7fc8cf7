package org.stepbridge.routing;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a view as text.
 *
 * @param names its columns
 * @param cells what stands in them, empty where nothing does
 * @param watermark the time in its watermark column; null where none is
 */
record ViewRow(
        List<String> names, List<String> cells, @Nullable LocalDateTime watermark) {
    @Override
    public String toString() {
        return "ViewRow[masked]";
    }
}
