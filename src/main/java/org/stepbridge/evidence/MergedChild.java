package org.stepbridge.evidence;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepbridge.model.Child;
import org.stepbridge.model.LcsId;
import org.stepbridge.model.Merge;
import org.stepbridge.model.Merges;
import org.stepbridge.model.Merges.Whither;
import org.stepbridge.model.PersonId;

/** Asks about the child of a request whose record was merged, where the merges do not say which record is the child's now. */
final class MergedChild {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private MergedChild() {}

    /** The question, naming the record by its number; empty where every record of the child's is known. */
    static Optional<String> question(Child child, Merges merges) {
        return Stream.<PersonId>of(child.lcs(), child.ehm())
                .filter(Objects::nonNull)
                .map(merges::of)
                .flatMap(whither -> question(whither).stream())
                .findFirst();
    }

    private static Optional<String> question(Whither whither) {
        if (whither instanceof Whither.Unknown unknown) {
            return Optional.of(merged(unknown.merge())
                    + ", but into which record is not known: under which does the child stand now?");
        }
        if (whither instanceof Whither.Circle circle) {
            return Optional.of(merged(circle.merge())
                    + " in a circle that leads back to it: under which record does the child stand now?");
        }
        return Optional.empty();
    }

    private static String merged(Merge merge) {
        String system = merge.merged() instanceof LcsId ? "LCS" : "EHM";
        return system + " record " + merge.merged().value() + " was merged on " + DAY.format(merge.on());
    }
}
