package org.stepbridge.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.stepbridge.casework.LoggedIn;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Overview.TaskLine;
import org.stepbridge.model.Reference;

/** Pins what cannot wait on top of every page until it is done: a step-up that nobody has phoned MASH about. */
@ControllerAdvice(
        // The pages about logins; of the others those that show something, not what programs or open pages ask for.
        basePackages = "org.stepbridge.access",
        assignableTypes = {
            WorklistPage.class,
            QueuePage.class,
            ClocksPage.class,
            KeptPage.class,
            MeetingsPage.class,
            RequestPage.class,
            SentPage.class,
            PostPage.class,
            ProtocolPage.class,
            FeedsPage.class,
            AuditPage.class,
            MailPage.class
        })
class UrgentTasks {
    static final int MOST = 10;

    private final Overview overview;
    private final LoggedIn loggedIn;
    private final Sight sight;
    private final Clock clock;

    UrgentTasks(Overview overview, LoggedIn loggedIn, Sight sight, Clock clock) {
        this.overview = overview;
        this.loggedIn = loggedIn;
        this.sight = sight;
        this.clock = clock;
    }

    /** Urgent open tasks, oldest first, and whether there are more than are shown. */
    @ModelAttribute
    void urgentTasks(Model model) {
        if (loggedIn.viewer().isEmpty()) {
            return;
        }
        List<TaskLine> urgent = overview.tasks(sight.authorities(), MOST + 1).stream()
                .filter(TaskLine::urgent)
                .toList();
        model.addAttribute(
                "urgentTasks", urgent.stream().limit(MOST).map(this::pinned).toList());
        model.addAttribute("moreUrgent", urgent.size() > MOST);
    }

    private Pinned pinned(TaskLine task) {
        return new Pinned(task.reference(), task.text(), task.clause(), Times.age(task.openedAt(), clock.instant()));
    }

    /** One of them; {@code reference} is null where there is no request, as for a row too broken to read. */
    record Pinned(@Nullable Reference reference, String text, String clause, String age) {}
}
