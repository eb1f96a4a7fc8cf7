package org.stepbridge.casework;

import java.nio.file.Path;
import java.util.List;

/** Loads one pack from its folder, live or not: for checking it before it is used. */
@FunctionalInterface
public interface PackLoader {

    /**
     * Reads the pack in this folder, which bears the authority's name. Changes nothing and starts nothing.
     *
     * @throws java.io.UncheckedIOException when the disk fails; a missing or bad file is a refusal
     */
    Result load(Path folder);

    /** What became of it. */
    sealed interface Result {

        /** It may go live. */
        record Loaded(Pack pack) implements Result {}

        /**
         * It may not.
         *
         * @param problems everything that is wrong, each as {@code folder/file:line:column: what, and the mend}
         */
        record Refused(List<String> problems) implements Result {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }
}
