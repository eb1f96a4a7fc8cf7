package org.stepbridge.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepbridge.casework.PlainPack;
import org.stepbridge.casework.PlainPack.Chapter;
import org.stepbridge.casework.PlainPack.Line;
import org.stepbridge.casework.PlainPack.Part;

class PlainMarkdownTest {

    @Test
    void whatMarkdownOrHtmlWouldTakeForItsOwnIsEscaped() {
        assertThat(PlainMarkdown.words("<b>a*b_c</b> | [x](y) `z` # & !"))
                .isEqualTo("\\<b\\>a\\*b\\_c\\</b\\> \\| \\[x\\](y) \\`z\\` \\# \\& \\!");
    }

    @Test
    void aLineBreakCannotStartSomethingNew() {
        assertThat(PlainMarkdown.words("one\n# two")).isEqualTo("one \\# two");
        assertThat(PlainMarkdown.code("a &&\n  b")).isEqualTo("` a && b `");
    }

    @Test
    void codeIsFencedByMoreBackticksThanStandInIt() {
        assertThat(PlainMarkdown.code("a `` b")).isEqualTo("``` a `` b ```");
        Line line = new Line(List.of(), "reads", "", List.of(), "```\n</textarea>", "");
        String markdown = PlainMarkdown.of(new PlainPack(
                "Shire", "1", "00", List.of(), List.of(new Chapter("c", List.of(new Part("p", List.of(line)))))));
        assertThat(markdown).contains("  ````text\n  ```\n  </textarea>\n  ````\n");
    }
}
