package org.stepbridge.web;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.stepbridge.casework.Overview;
import org.stepbridge.casework.Overview.TaskLine;
import org.stepbridge.model.Reference;

/** Pins what cannot wait on top of every page until it is done: a step-up that nobody has phoned MASH about. */
@ControllerAdvice(
        assignableTypes = {
            WorklistPage.class,
            QueuePage.class,
            ClocksPage.class,
            RequestPage.class,
            FeedsPage.class,
            MailPage.class
        })
class UrgentTasks {
    private static final int MOST = 10;

    private final Overview overview;
    private final Sight sight;
    private final Clock clock;

    UrgentTasks(Overview overview, Sight sight, Clock clock) {
        this.overview = overview;
        this.sight = sight;
        this.clock = clock;
    }

    /** Urgent open tasks, oldest first. */
    @ModelAttribute("urgentTasks")
    List<Pinned> urgentTasks() {
        return overview.tasks(sight.authorities(), MOST).stream()
                .filter(TaskLine::urgent)
                .map(this::pinned)
                .toList();
    }

    private Pinned pinned(TaskLine task) {
        return new Pinned(task.reference(), task.text(), task.clause(), Times.age(task.openedAt(), clock.instant()));
    }

    /** One of them; {@code reference} is null where there is no request, as for a row too broken to read. */
    record Pinned(@Nullable Reference reference, String text, String clause, String age) {}
}
