package org.stepbridge.architecture.planted.intake;

import org.stepbridge.architecture.planted.casework.UseCase;

/** An allowed arrow. */
public class Reader {
    UseCase useCase = new UseCase();
}
