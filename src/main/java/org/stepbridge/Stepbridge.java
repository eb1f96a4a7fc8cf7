package org.stepbridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the program: the one place that sees every package. */
@SpringBootApplication
public class Stepbridge {

    /** Runs until told to stop; a command given as the first argument may end it sooner. */
    public static void main(String[] args) {
        SpringApplication.run(Stepbridge.class, args);
    }
}
