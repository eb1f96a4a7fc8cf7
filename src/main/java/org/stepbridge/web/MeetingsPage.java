package org.stepbridge.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<Key, List<Row>> lists = new LinkedHashMap<>();
        List<Item> items = agendas.coming(sight.authorities(), earliest, SHOWN);
        Stream.concat(sight.packs().stream().flatMap(this::next), items.stream().map(MeetingsPage::key))
                .distinct()
                .sorted(Comparator.comparing(Key::on)
                        .thenComparing(Key::authority)
                        .thenComparing(Key::title))
                .forEach(key -> lists.put(
                        key,
                        items.stream()
                                .filter(item -> key(item).equals(key))
                                .map(this::row)
                                .toList()));
        model.addAttribute(
                "meetings",
                lists.entrySet().stream()
                        .map(list -> new Meeting(
                                list.getKey().title() + ", "
                                        + Times.day(list.getKey().on()),
                                sight.pack(new Authority(list.getKey().authority()))
                                        .title(),
                                list.getValue()))
                        .toList());
        return "meetings";
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
