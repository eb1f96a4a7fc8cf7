package org.stepbridge.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stepbridge.casework.Agendas;
import org.stepbridge.casework.Agendas.Item;
import org.stepbridge.casework.Pack;
import org.stepbridge.model.Authority;
import org.stepbridge.model.Sitting;

/** Which meetings come next, and what is on their lists. */
@Controller
class MeetingsPage {
    private static final int SHOWN = 500;

    private final Agendas agendas;
    private final Sight sight;
    private final Clock clock;

    MeetingsPage(Agendas agendas, Sight sight, Clock clock) {
        this.agendas = agendas;
        this.sight = sight;
        this.clock = clock;
    }

    /** A meeting with its list. */
    record Meeting(String heading, String authority, List<Row> rows) {}

    /** A request on a list. */
    record Row(String reference, String type, String locality, String asked) {}

    private record Key(LocalDate on, String authority, String title) {}

    @GetMapping("/meetings")
    String meetings(Model model) {
        LocalDate earliest = sight.packs().stream()
                .map(this::today)
                .min(LocalDate::compareTo)
                .orElseGet(() -> LocalDate.now(clock));
        Map<Key, List<Item>> lists = agendas.coming(sight.authorities(), earliest, SHOWN).stream()
                .collect(Collectors.groupingBy(MeetingsPage::key));
        model.addAttribute(
                "meetings",
                Stream.concat(sight.packs().stream().flatMap(this::next), lists.keySet().stream())
                        .distinct()
                        .sorted(Comparator.comparing(Key::on)
                                .thenComparing(Key::authority)
                                .thenComparing(Key::title))
                        .map(key -> meeting(key, lists.getOrDefault(key, List.of())))
                        .toList());
        return "meetings";
    }

    private Meeting meeting(Key key, List<Item> items) {
        return new Meeting(
                key.title() + ", " + Times.day(key.on()),
                sight.pack(new Authority(key.authority())).title(),
                items.stream().map(this::row).toList());
    }

    private LocalDate today(Pack pack) {
        return LocalDate.ofInstant(clock.instant(), pack.zone());
    }

    private Stream<Key> next(Pack pack) {
        return pack.meetings(today(pack)).stream()
                .map((Sitting sitting) -> new Key(sitting.on(), pack.authority().name(), sitting.title()));
    }

    private static Key key(Item item) {
        return new Key(item.on(), item.authority().name(), item.title());
    }

    private Row row(Item item) {
        Pack pack = sight.pack(item.authority());
        return new Row(
                item.reference().value(),
                pack.typeTitle(item.type()),
                item.locality(),
                item.requestedAt() == null ? "Date not readable" : Times.moment(item.requestedAt(), pack.zone()));
    }
}
