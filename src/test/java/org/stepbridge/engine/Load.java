package org.stepbridge.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stepbridge.bench.Truth;

/**
 * What the program is given to do, and what it must come to.
 *
 * @param portions the exports, to be dropped one portion after another
 * @param truth what must come out
 * @param undisturbed what the ledger must hold in the end, as of {@link Undisturbed#state}
 */
record Load(List<Path> portions, Truth truth, Map<String, List<String>> undisturbed) {}
