package org.stepbridge.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Overview.FeedNews;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.Traffic;
import org.stepbridge.casework.UnreadFiles;
import org.stepbridge.model.Authority;

/** What came in, whether it adds up, and what has stood still for too long. */
@Controller
class FeedsPage {
    private static final int FILES = 50;

    private final Overview overview;
    private final Packs packs;
    private final Sight sight;
    private final UnreadFiles unread;
    private final Traffic traffic;
    private final Clock clock;

    FeedsPage(Overview overview, Packs packs, Sight sight, UnreadFiles unread, Traffic traffic, Clock clock) {
        this.overview = overview;
        this.packs = packs;
        this.sight = sight;
        this.unread = unread;
        this.traffic = traffic;
        this.clock = clock;
    }

    @GetMapping("/feeds")
    String feeds(Model model) {
        List<Authority> authorities = sight.authorities();
        model.addAttribute("attention", Attention.of(sight, packs.refused(), overview, unread, clock.instant()));
        model.addAttribute(
                "sums",
                SumsTable.of(
                        overview.fileSums(authorities),
                        overview.requestSums(authorities),
                        overview.requestsByState(authorities)));
        model.addAttribute("feeds", feeds(authorities));
        model.addAttribute("deliveries", DeliveryTable.of(overview.deliveries(authorities)));
        model.addAttribute(
                "files",
                overview.files(authorities, FILES).stream()
                        .map(file -> FileRow.of(file, packs.of(file.authority())))
                        .toList());
        model.addAttribute("traffic", TrafficPicture.of(traffic, sight, clock.instant()));
        return "feeds";
    }

    private List<FeedRow> feeds(List<Authority> authorities) {
        record Key(Authority authority, String feed) {}
        Map<Key, FeedNews> news = overview.feedNews(authorities).stream()
                .collect(Collectors.toMap(each -> new Key(each.authority(), each.feed()), each -> each));
        return overview.feedSums(authorities).stream()
                .map(feed -> FeedRow.of(
                        feed,
                        news.get(new Key(feed.authority(), feed.feed())),
                        packs.of(feed.authority()),
                        clock.instant()))
                .toList();
    }
}
