package org.stepbridge.architecture.planted.model;

import org.stepbridge.architecture.planted.casework.UseCase;

class UsesUpperFloor {
    UseCase useCase = new UseCase();
}
