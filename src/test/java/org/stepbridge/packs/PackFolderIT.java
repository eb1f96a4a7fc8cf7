package org.stepbridge.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stepbridge.casework.Pack;

class PackFolderIT {
    @TempDir
    Path temp;

    @Test
    void theSamePackHasTheSameHashWhereverItLies() {
        Pack here = PackCopy.of("rotherham", temp.resolve("here")).load();
        Pack there = PackCopy.of("rotherham", temp.resolve("there")).load();

        assertThat(hash(here)).isEqualTo(hash(there)).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @CsvSource({
        "protocol.yaml, 28 days, 27 days",
        "directory.yaml, cin-north, cin-nord",
        "feeds.yaml, 36 hours, 35 hours",
        "messages/returned.txt, We have, We've",
        "messages/mash-referral.html, 24px, 25px"
    })
    void aChangeOfAnyFileChangesTheHash(String file, String from, String to) {
        String before = hash(PackCopy.of("rotherham", temp.resolve("before")).load());
        String after = hash(PackCopy.of("rotherham", temp.resolve("after"))
                .edit(file, from, to)
                .load());

        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aFileMoreOrLessChangesTheHash() {
        String before = hash(PackCopy.of("rotherham", temp.resolve("before")).load());
        String more = hash(PackCopy.of("rotherham", temp.resolve("more"))
                .add("messages/farewell.txt", "Goodbye")
                .load());

        assertThat(more).isNotEqualTo(before);
    }

    @Test
    void samplesAndAnEditorsOwnFilesDoNotChangeTheHash() {
        String before = hash(PackCopy.of("rotherham", temp.resolve("before")).load());
        String after = hash(PackCopy.of("rotherham", temp.resolve("after"))
                .add("samples/lcs/more.csv", "TransferID")
                .add(".protocol.yaml.swp", "x")
                .load());

        assertThat(after).isEqualTo(before);
    }

    private static String hash(Pack pack) {
        return pack.protocol().version().contentHash();
    }
}
