package org.stepbridge.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stepbridge.casework.Traffic;

/** What the page of feeds asks for every few seconds: the routes with their counts as they are now. */
@Controller
class TrafficPage {
    private final Traffic traffic;
    private final Sight sight;
    private final Clock clock;

    TrafficPage(Traffic traffic, Sight sight, Clock clock) {
        this.traffic = traffic;
        this.sight = sight;
        this.clock = clock;
    }

    @GetMapping("/feeds/traffic")
    String traffic(Model model) {
        model.addAttribute("traffic", TrafficPicture.of(traffic, sight, clock.instant()));
        model.addAttribute("answer", true);
        return "traffic";
    }
}
