package org.stepbridge.web;

import java.util.List;
import org.stepbridge.model.Reason;

/**
 * A decision in words that say each thing once.
 *
 * @param first what is read first: the verdict's sentence, or, where that is made of reasons, these with their clauses
 * @param rest the other reasons
 */
record Verdicts(List<Reason> first, List<Reason> rest) {

    static Verdicts of(String sentence, List<Reason> reasons) {
        List<Reason> said =
                reasons.stream().filter(reason -> says(sentence, reason)).toList();
        String left = sentence;
        for (Reason reason : said) {
            left = left.replace(reason.text(), "");
        }
        return left.isBlank() && !said.isEmpty()
                ? new Verdicts(
                        said,
                        reasons.stream()
                                .filter(reason -> !says(sentence, reason))
                                .toList())
                : new Verdicts(List.of(new Reason("", "", sentence)), reasons);
    }

    private static boolean says(String sentence, Reason reason) {
        return !reason.text().isBlank() && sentence.contains(reason.text());
    }
}
