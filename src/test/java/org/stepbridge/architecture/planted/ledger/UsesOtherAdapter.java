package org.stepbridge.architecture.planted.ledger;

import org.stepbridge.architecture.planted.intake.Reader;

class UsesOtherAdapter {
    Reader reader = new Reader();
}
