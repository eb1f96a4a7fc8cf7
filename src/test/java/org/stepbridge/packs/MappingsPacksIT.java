package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stepbridge.casework.ActivePacks;
import org.stepbridge.casework.PackChanges.ActResult;
import org.stepbridge.casework.Packs;
import org.stepbridge.model.Authority;

class MappingsPacksIT {
    private static final Authority ROTHERHAM = new Authority("rotherham");

    @TempDir
    Path mappings;

    private final Remembered active = new Remembered();

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

    @Test
    void a_changed_pack_is_not_taken_at_the_next_start_but_waits_to_be_activated() {
        PackCopy copy = PackCopy.of("rotherham", mappings);
        MappingsPacks first = packs("rotherham");
        begin(first);
        String before = version(first);
        copy.edit("protocol.yaml", "protocolVersion: \"2021.1\"", "protocolVersion: \"2027\"");

        MappingsPacks second = packs("rotherham");
        begin(second);

        assertThat(version(first)).isEqualTo(before);
        assertThat(version(second)).isEqualTo(before);
        assertThat(second.standing(ROTHERHAM).changed())
                .hasValueSatisfying(changed -> assertThat(changed.version()).isEqualTo("2027"));
        assertThat(active.all).hasSize(1);
    }

    @Test
    void what_one_node_activates_the_others_take_over_whatever_their_own_files_say() {
        PackCopy copy = PackCopy.of("rotherham", mappings);
        MappingsPacks here = packs("rotherham");
        begin(here);
        MappingsPacks there = packs("rotherham");
        copy.edit("protocol.yaml", "protocolVersion: \"2021.1\"", "protocolVersion: \"2027\"");
        String seen = here.standing(ROTHERHAM).changed().orElseThrow().contentHash();

        assertThat(here.activate(ROTHERHAM, seen, "user:it", "the new framework"))
                .isEqualTo(ActResult.DONE);
        copy.delete("protocol.yaml");
        there.renew();

        assertThat(version(here)).isEqualTo("2027");
        assertThat(version(there)).isEqualTo("2027");
        assertThat(version(packs("rotherham"))).isEqualTo("2027");
    }

    @Test
    void what_has_changed_since_it_was_seen_or_is_not_sound_is_not_activated() {
        PackCopy copy = PackCopy.of("rotherham", mappings);
        MappingsPacks packs = packs("rotherham");
        begin(packs);

        assertThat(packs.activate(ROTHERHAM, "what nobody saw", "user:it", "why"))
                .isEqualTo(ActResult.CHANGED_MEANWHILE);
        copy.edit("protocol.yaml", "grace: 12 hours", "grace: soon");
        assertThat(packs.standing(ROTHERHAM).problems()).isNotEmpty();
        assertThat(packs.activate(ROTHERHAM, "what nobody saw", "user:it", "why"))
                .isEqualTo(ActResult.UNSOUND);
        assertThat(active.all).hasSize(1);
    }

    @Test
    void a_pack_that_is_spoilt_after_it_was_activated_goes_on_at_the_next_start() {
        PackCopy copy = PackCopy.of("rotherham", mappings);
        begin(packs("rotherham"));
        copy.edit("protocol.yaml", "grace: 12 hours", "grace: soon");

        MappingsPacks next = packs("rotherham");

        assertThat(version(next)).isEqualTo("2021.1");
        assertThat(next.refused()).isEmpty();
    }

    @Test
    void an_archive_that_would_write_outside_its_folder_is_refused() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../outside"));
        }
        assertThatThrownBy(() -> PackArchive.unpack(bytes.toByteArray(), mappings.resolve("inside")))
                .hasMessageContaining("outside its folder");
    }

    private static String version(MappingsPacks packs) {
        return packs.of(ROTHERHAM).version().version();
    }

    private void begin(MappingsPacks packs) {
        new FirstActivation(packs, store(), new PackSettings(mappings, List.of("rotherham"))).activate();
    }

    private PackStore store() {
        return new PackStore(new PackReader(), active);
    }

    private MappingsPacks packs(String... authorities) {
        return new MappingsPacks(store(), new PackSettings(mappings, List.of(authorities)));
    }

    /** What is in force, in memory. */
    private static final class Remembered implements ActivePacks {
        private final List<Activation> all = new ArrayList<>();
        private final List<byte[]> files = new ArrayList<>();

        @Override
        public Map<String, Activation> inForce() {
            return all.isEmpty() ? Map.of() : Map.of("rotherham", all.get(all.size() - 1));
        }

        @Override
        public byte[] files(long number) {
            return files.get((int) number - 1);
        }

        @Override
        public Optional<Activation> activate(Authority authority, byte[] archive, Activation next, long before) {
            if (before != all.size()) {
                return Optional.empty();
            }
            files.add(archive);
            all.add(new Activation(all.size() + 1L, next.version(), Instant.EPOCH, next.by(), next.reason()));
            return Optional.of(all.get(all.size() - 1));
        }
    }
}
