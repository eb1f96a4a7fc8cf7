package org.stepbridge.routing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stepbridge.casework.Alarms;
import org.stepbridge.casework.Inboxes.UnreadFile;
import org.stepbridge.casework.Overview.AttentionLine;
import org.stepbridge.casework.Packs;
import org.stepbridge.casework.UnreadFiles;
import org.stepbridge.model.Authority;

/** Where the alarms route has people told of what stands still. */
@Component("alarmDesk")
final class AlarmDesk {
    private static final String KIND = "unread";

    private final Alarms alarms;
    private final UnreadFiles unreadFiles;
    private final Packs packs;
    private final Clock clock;

    AlarmDesk(Alarms alarms, UnreadFiles unreadFiles, Packs packs, Clock clock) {
        this.alarms = alarms;
        this.unreadFiles = unreadFiles;
        this.packs = packs;
        this.clock = clock;
    }

    /** Looks once at everything; a failure is reported and the next look finds the same. */
    public void look() {
        List<Authority> live =
                packs.live().stream().map(pack -> pack.authority()).toList();
        Map<String, List<UnreadFile>> unread = unreadFiles.all(this::forLong).stream()
                .collect(Collectors.groupingBy(UnreadFile::authority, TreeMap::new, Collectors.toList()));
        List<AttentionLine> ofNobody = new ArrayList<>();
        unread.forEach((name, files) -> {
            if (live.stream().noneMatch(authority -> authority.name().equals(name))) {
                ofNobody.add(inbox(name, files));
            }
        });
        for (Authority authority : live) {
            List<AttentionLine> lines = new ArrayList<>(ofNobody);
            unread.getOrDefault(authority.name(), List.of()).stream()
                    .map(file -> new AttentionLine(KIND, file.path(), file.since(), file.problem()))
                    .forEach(lines::add);
            alarms.raise(authority, lines);
        }
    }

    /** A poll that failed once is no matter of an email; the Feeds page shows it at once. */
    private boolean forLong(UnreadFile file) {
        return packs.live().stream()
                .filter(pack -> pack.authority().name().equals(file.authority()))
                .noneMatch(pack -> file.since()
                        .isAfter(clock.instant().minus(pack.ageLimits().unreadFile())));
    }

    /** Of an inbox that belongs to no live authority everybody is told, but nobody of the names of its files. */
    private static AttentionLine inbox(String name, List<UnreadFile> unread) {
        UnreadFile oldest = unread.get(0);
        String count = unread.size() == 1 ? "Something lies" : unread.size() + " things lie";
        return new AttentionLine(
                KIND, "inbox/" + name, oldest.since(), count + " here that nobody reads. " + oldest.problem());
    }
}
