package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;

class MappingsPacksIT {
    @TempDir
    Path mappings;

    @Test
    void aBadPackKeepsOnlyItsOwnAuthorityFromGoingLive() {
        PackCopy.of("rotherham", mappings);
        another("doncaster", "DON").edit("protocol.yaml", "grace: 12 hours", "grace: soon");

        Packs packs = packs("doncaster", "rotherham");

        assertThat(packs.live()).extracting(pack -> pack.authority().name()).containsExactly("rotherham");
        assertThat(packs.refused()).containsOnlyKeys("doncaster");
        assertThat(packs.refused().get("doncaster"))
                .singleElement()
                .asString()
                .containsPattern("doncaster/protocol.yaml:\\d+:10: 'soon' cannot stand here\\.");
    }

    @Test
    void onlyTheAuthoritiesThatAreNamedAreLive() {
        PackCopy.of("rotherham", mappings);
        another("doncaster", "DON");

        assertThat(packs("doncaster").live())
                .extracting(pack -> pack.authority().name())
                .containsExactly("doncaster");
    }

    @Test
    void allTakesEveryPackAndPassesOverFoldersThatAreNone() {
        PackCopy.of("rotherham", mappings);
        another("doncaster", "DON");
        PackCopy.of("rotherham", mappings, "schema").delete("protocol.yaml");

        Packs packs = packs("all");

        assertThat(packs.live()).extracting(pack -> pack.authority().name()).containsExactly("doncaster", "rotherham");
        assertThat(packs.refused()).isEmpty();
        assertThat(packs.of(new Authority("rotherham")).title()).isEqualTo("Rotherham");
    }

    @Test
    void anAuthorityWithoutAPackIsRefused() {
        PackCopy.of("rotherham", mappings);

        Packs packs = packs("rotherham", "sheffield");

        assertThat(packs.live()).hasSize(1);
        assertThat(packs.refused().get("sheffield"))
                .containsExactly("sheffield/protocol.yaml:1:1: there is no such file under " + mappings
                        + "; add the pack or take the authority out of stepbridge.authorities");
    }

    @Test
    void twoPacksWithOneCodeCannotBothBeLive() {
        PackCopy.of("rotherham", mappings);
        PackCopy.of("rotherham", mappings, "doncaster")
                .edit("protocol.yaml", "authority: rotherham", "authority: doncaster");

        Packs packs = packs("all");

        assertThat(packs.live()).extracting(pack -> pack.authority().name()).containsExactly("doncaster");
        assertThat(packs.refused().get("rotherham"))
                .containsExactly("rotherham/protocol.yaml:1:1: the code ROT is that of doncaster; choose another, for "
                        + "references must differ");
    }

    @Test
    void settingsThatNameNoPackAreRefused() {
        assertThatThrownBy(() -> new PackSettings(mappings, List.of(" ")))
                .hasMessage("stepbridge.authorities names no pack; name the folders under stepbridge.mappings, or all");
    }

    private PackCopy another(String authority, String code) {
        PackCopy copy = PackCopy.of("rotherham", mappings, authority)
                .edit("protocol.yaml", "authority: rotherham", "authority: " + authority)
                .edit("protocol.yaml", "code: ROT", "code: " + code);
        return copy.replaceAll("protocol.yaml", "ROT-", code + "-");
    }

    private Packs packs(String... authorities) {
        return new MappingsPacks(new PackReader(), new PackSettings(mappings, List.of(authorities)));
    }
}
