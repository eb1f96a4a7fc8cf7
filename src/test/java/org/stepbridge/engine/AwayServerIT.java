package org.stepbridge.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.routing.CouncilServer;

/** A server from which exports are to be fetched and that is away is told to people, not to the log only. */
class AwayServerIT {
    @TempDir
    Path folder;

    @Test
    void an_sftp_server_that_is_away_stands_among_what_has_stood_still() throws Exception {
        try (Servers servers = new Servers(folder)) {
            Home home;
            try (CouncilServer council = new CouncilServer(folder)) {
                home = fetching(servers, council);
                home.run();
                assertThat(home.output()).doesNotContain("cannot be reached");
            }
            home.run();
            assertThat(home.output())
                    .containsPattern("(?m)^.*inbox/rotherham/\\w+/[a-z-]+.*The server cannot be reached");
        }
    }

    private Home fetching(Servers servers, CouncilServer council) throws Exception {
        Path mappings = Mappings.rotherham(folder);
        Path feeds = mappings.resolve("rotherham/feeds.yaml");
        Files.writeString(
                feeds,
                Files.readString(feeds)
                        .replaceFirst(
                                "( +)uri: file:(.*)",
                                "$1uri: sftp://127.0.0.1:" + council.port() + "/\n$1directory: $2"));
        Map<String, String> settings = new HashMap<>(servers.settings());
        settings.put("stepbridge.mappings", mappings.toString());
        settings.put("stepbridge.sftp.accounts[0].host", "127.0.0.1");
        settings.put("stepbridge.sftp.accounts[0].user", CouncilServer.USER);
        settings.put("stepbridge.sftp.accounts[0].password", CouncilServer.PASSWORD);
        Home home = new Home(folder.resolve("home"), settings);
        Files.createDirectories(home.path().resolve("sftp"));
        Files.writeString(home.path().resolve("sftp/known_hosts"), council.knownHost());
        return home;
    }
}
