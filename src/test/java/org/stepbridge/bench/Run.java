package org.stepbridge.bench;

import java.util.List;

/** One run of one contender, and what was wrong with it: nothing, if all is well. */
record Run(String contender, Measurement took, List<String> wrong) {}
