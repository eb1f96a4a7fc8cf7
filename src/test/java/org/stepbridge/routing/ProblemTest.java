package org.stepbridge.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void ourOwnWordsAreTold() {
        assertThat(Problem.of(new IllegalStateException("the template is gone")))
                .isEqualTo("the template is gone");
        assertThat(Problem.of(foreign(new IllegalStateException("jo@borough.example", new Exception("ours")))))
                .isEqualTo("ours");
    }

    @Test
    void anothersWordsAreNot() {
        Exception foreign = foreign(new IllegalStateException("jo@borough.example is unknown"));
        assertThat(Problem.of(foreign)).isEqualTo("IllegalStateException");
        assertThat(Problem.of(new IllegalStateException(foreign))).isEqualTo("IllegalStateException");
        assertThat(Problem.of(foreign(new RuntimeException("x", foreign))))
                .isEqualTo("RuntimeException by IllegalStateException");
    }

    private static Exception foreign(Exception exception) {
        exception.setStackTrace(Arrays.stream(exception.getStackTrace())
                .map(each -> new StackTraceElement("com.example.Mail", each.getMethodName(), "Mail.java", 1))
                .toArray(StackTraceElement[]::new));
        return exception;
    }
}
