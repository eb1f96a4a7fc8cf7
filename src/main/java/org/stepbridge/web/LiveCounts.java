package org.stepbridge.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Numbers on a page that are kept as they are now, while the list below them stays as it was when the page was opened.
 *
 * @param address where they are asked for anew
 * @param shown the id of the number that counts the list; empty when none does
 * @param first that number when the page was opened
 * @param counts as they are now, always in the same order
 */
record LiveCounts(String address, String shown, String first, List<Count> counts) {

    /** One of them; its id is that of its element in the page. */
    record Count(String id, String title, String text) {}

    /** Those of a page that is being opened. */
    static LiveCounts opened(String address, String shown, List<Count> counts) {
        return new LiveCounts(address, shown, text(counts, shown), counts);
    }

    /** The texts of all of them, as an address can carry them. */
    String seen() {
        return counts.stream().map(Count::text).collect(Collectors.joining("."));
    }

    /** Where the page asks next; it tells there what it shows, so that nothing has to be kept about it. */
    public String poll() {
        return UriComponentsBuilder.fromPath(address)
                .queryParam("shown", "{shown}")
                .queryParam("first", "{first}")
                .queryParam("seen", "{seen}")
                .encode()
                .buildAndExpand(shown, first, seen())
                .toUriString();
    }

    /** Those whose text was another in the page. */
    List<Count> changedSince(String seen) {
        String[] before = seen.split("\\.", -1);
        return IntStream.range(0, counts.size())
                .filter(i ->
                        i >= before.length || !before[i].equals(counts.get(i).text()))
                .mapToObj(counts::get)
                .toList();
    }

    /** What a person should know about the list that they still see; null when it is as it was, as far as numbers tell. */
    public @Nullable String notice() {
        String now = text(counts, shown);
        if (now.equals(first)) {
            return null;
        }
        int more = number(now) - number(first);
        return more > 0 && !now.endsWith("+") && !first.endsWith("+")
                ? more + (more == 1 ? " request more" : " requests more") + " than when you opened this list."
                : "This list has changed since you opened it.";
    }

    private static String text(List<Count> counts, String id) {
        return counts.stream()
                .filter(count -> count.id().equals(id))
                .map(Count::text)
                .findFirst()
                .orElse("");
    }

    private static int number(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }
}
