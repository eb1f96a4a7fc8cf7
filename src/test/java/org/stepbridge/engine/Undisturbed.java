package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.stepbridge.bench.Truth;

/** What the same exports come to where nothing happens to the program: one run of it that ends by itself. */
final class Undisturbed {
    private Undisturbed() {}

    /** The ledger as {@link Promises#state} gives it, in which every promise was kept. */
    static Map<String, List<String>> state(Path folder, List<Path> portions, Truth truth) throws Exception {
        try (FaultyServers servers = new FaultyServers(folder);
                Home home = new Home(folder.resolve("home"), servers.settings())) {
            for (Path portion : portions) {
                home.drop(portion);
            }
            assertThat(home.run()).as(home.output()).isZero();
            Map<String, List<String>> state = Promises.state(servers.jdbc());
            assertThat(Promises.broken(servers, home.outbox(), truth, state)).isEmpty();
            return state;
        }
    }
}
